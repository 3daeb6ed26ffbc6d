import { Button } from 'react-aria-components';
import { Link } from 'wouter';
import type { EventPeople, EventView } from '#contract/events-api.ts';
import { useEvent, useEventPeople } from '../../api/use-events.ts';
import { useMe } from '../../api/use-me.ts';
import { counted } from '../../charts/shares.ts';
import { Icon } from '../../frame/icons.tsx';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { titleIn } from './event-page.tsx';
import { eventHref } from './event-row.tsx';
import { eventTimeWords } from './event-words.ts';

type Family = EventPeople['families'][number];
type Sum = EventPeople['yes'];

const sumWords = ({ families, adults, children }: Sum): string =>
  `${counted(families, 'family', 'families')}: ${counted(adults, 'adult')} and ${counted(children, 'child', 'children')}`;

const standing = ({ state, place }: Family): string => {
  if (state === 'waiting') return `Waiting, number ${place}`;
  return state === 'yes' ? 'Comes' : 'Asked for a reminder';
};

const useLanguageName = () => {
  const me = useMe();
  return (lang: string) => me.languages.find((one) => one.lang === lang)?.name ?? lang;
};

const Interpreters = ({ languages }: Pick<EventPeople, 'languages'>) => {
  const nameOf = useLanguageName();
  if (languages.length === 0) return null;
  return (
    <section aria-labelledby="interpreters">
      <h2 id="interpreters">Interpreters</h2>
      <table className="figures event-table">
        <thead>
          <tr>
            <th scope="col">Language</th>
            <th scope="col">Families</th>
            <th scope="col">People</th>
            <th scope="col">Interpreter</th>
          </tr>
        </thead>
        <tbody>
          {languages.map(({ lang, families, people, hasInterpreter }) => (
            <tr key={lang}>
              <th scope="row">{nameOf(lang)}</th>
              <td>{families}</td>
              <td>{people}</td>
              <td>{hasInterpreter ? 'Planned' : 'Not planned yet'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Families = ({ families }: Pick<EventPeople, 'families'>) => {
  const nameOf = useLanguageName();
  return (
    <section aria-labelledby="families">
      <h2 id="families">Families</h2>
      <p className="hint">Homeroom knows no names here. Let families tell you theirs when they come.</p>
      <table className="figures event-table">
        <thead>
          <tr>
            <th scope="col">Nr.</th>
            <th scope="col">Reads</th>
            <th scope="col">Adults</th>
            <th scope="col">Children</th>
            <th scope="col">Stands</th>
            <th scope="col">Came</th>
          </tr>
        </thead>
        <tbody>
          {families.map((family, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: families have nothing else to tell them apart.
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              <td>{nameOf(family.lang)}</td>
              <td>{family.adults}</td>
              <td>{family.children}</td>
              <td>
                {standing(family)}
                {family.maybeOne !== undefined && (
                  <span className="rows-soft">Maybe one family with two phones ({family.maybeOne})</span>
                )}
              </td>
              <td>{family.hasCome ? 'Yes' : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const List = ({ people }: { people: EventPeople }) => {
  const { yes, waiting, capacity, families, languages } = people;
  const taken = yes.adults + yes.children;
  return (
    <div className="event-people">
      <ul className="event-sums">
        <li>
          <strong>{sumWords(yes)}</strong> come{capacity !== undefined && `; ${taken} of ${capacity} places are taken`}.
        </li>
        {waiting.families > 0 && (
          <li>
            <strong>{sumWords(waiting)}</strong> wait for a place.
          </li>
        )}
      </ul>
      {families.length === 0 ? (
        <Empty title="Nobody has said yet that they come.">Families are asked when they open the event.</Empty>
      ) : (
        <>
          <Interpreters languages={languages} />
          <Families families={families} />
        </>
      )}
    </div>
  );
};

const timeWords = ({ event, occurrences }: EventView, key: string): string | undefined => {
  const one = occurrences.find((occurrence) => occurrence.key === key);
  return one && eventTimeWords({ ...event, ...one });
};

/** Who plans to come to one time of an event, to be read and to be printed. */
export default function PeoplePage({ id, occurrence }: { id: string; occurrence?: string | undefined }) {
  const { data: view } = useEvent(id);
  const { data, error, refetch } = useEventPeople(id, occurrence);
  const about = view && data ? timeWords(view, data.occurrence) : undefined;
  return (
    <Page
      title={view ? `Who comes: ${titleIn(view)}` : 'Who comes'}
      {...(about ? { about } : {})}
      actions={
        <>
          <Link href={eventHref(id)} className="button">
            <Icon name="back" />
            The event
          </Link>
          <Button className="button" onPress={() => window.print()}>
            Print
          </Button>
        </>
      }
    >
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <List people={data} />}
    </Page>
  );
}
