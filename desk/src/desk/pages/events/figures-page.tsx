import { Link } from 'wouter';
import type { EventFigures, Shy } from '#contract/events-api.ts';
import type { Outcome } from '#core/opportunities/seats.ts';
import { useEvent, useEventFigures } from '../../api/use-events.ts';
import { useMe } from '../../api/use-me.ts';
import { countInWords, shareInWords } from '../../charts/shares.ts';
import { Icon } from '../../frame/icons.tsx';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { titleIn } from './event-page.tsx';
import { eventHref } from './event-row.tsx';

const REASON_WORDS: Readonly<Record<Outcome, string>> = {
  went: 'Went',
  no_time: 'Had no time or had to work',
  no_ride: 'Had no way to get there',
  no_childcare: 'Had nobody for the children',
  language: 'Because of the language',
  ill: 'Somebody was ill',
  other: 'Something else',
};

/** A small number of families would tell who they are. */
const shyWords = (count: Shy): string => {
  if (count === 'few') return 'fewer than 5';
  return count === 'hidden' ? 'not shown' : countInWords(count);
};

const Sums = ({ figures: { said, came, went, couldNot } }: { figures: EventFigures }) => (
  <dl className="event-tiles">
    {[
      { name: 'families said that they come', value: countInWords(said) },
      { name: 'told us that they were there', value: `${countInWords(came)} (${shareInWords(came, said)})` },
      { name: 'said afterwards that they went', value: countInWords(went) },
      { name: 'said that they could not', value: countInWords(couldNot) },
    ].map(({ name, value }) => (
      <div key={name} className="card">
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

const Reasons = ({ reasons }: Pick<EventFigures, 'reasons'>) =>
  reasons.length > 0 && (
    <section className="card" aria-labelledby="reasons">
      <h2 id="reasons">Why families could not come</h2>
      <table className="figures event-table">
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col">Families</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ reason, count }) => (
            <tr key={reason}>
              <th scope="row">{REASON_WORDS[reason]}</th>
              <td>{countInWords(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

const Languages = ({ byLanguage }: Pick<EventFigures, 'byLanguage'>) => {
  const me = useMe();
  const nameOf = (lang: string) => me.languages.find((one) => one.lang === lang)?.name ?? lang;
  return (
    <section className="card" aria-labelledby="by-language">
      <h2 id="by-language">By language</h2>
      <p className="hint">
        Fewer than 5 families of a language are not counted out: at a school it would tell who they are.
      </p>
      <table className="figures event-table">
        <thead>
          <tr>
            <th scope="col">Language</th>
            <th scope="col">Said yes</th>
            <th scope="col">Were there</th>
            <th scope="col">Went</th>
            <th scope="col">Could not</th>
          </tr>
        </thead>
        <tbody>
          {byLanguage.map(({ lang, said, came, went, couldNot }) => (
            <tr key={lang}>
              <th scope="row">{nameOf(lang)}</th>
              <td>{shyWords(said)}</td>
              <td>{shyWords(came)}</td>
              <td>{shyWords(went)}</td>
              <td>{shyWords(couldNot)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** What became of an event: who said yes, came, and why others could not. */
export default function FiguresPage({ id }: { id: string }) {
  const { data: view } = useEvent(id);
  const { data, error, refetch } = useEventFigures(id);
  return (
    <Page
      title={view ? `How it was: ${titleIn(view)}` : 'How it was'}
      about="Families are asked the day after. What they answer is counted, and never shown with who they are."
      actions={
        <Link href={eventHref(id)} className="button">
          <Icon name="back" />
          The event
        </Link>
      }
    >
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what="Counting…" />}
      {data && data.byLanguage.length === 0 && (
        <Empty title="There are no figures yet.">They appear when families say that they come.</Empty>
      )}
      {data && data.byLanguage.length > 0 && (
        <>
          <Sums figures={data} />
          <Reasons reasons={data.reasons} />
          <Languages byLanguage={data.byLanguage} />
        </>
      )}
    </Page>
  );
}
