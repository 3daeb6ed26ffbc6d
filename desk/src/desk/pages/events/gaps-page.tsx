import { useState } from 'react';
import { Link } from 'wouter';
import type { EventGaps, EventRow } from '#contract/events-api.ts';
import { useEventGaps } from '../../api/use-events.ts';
import { useMe } from '../../api/use-me.ts';
import { counted } from '../../charts/shares.ts';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { Choice } from '../improve/choice.tsx';
import { BackToEvents } from './event-page.tsx';
import { eventHref } from './event-row.tsx';
import { BARRIER_WORDS, eventTimeWords } from './event-words.ts';

/** Stands for all languages, because a choice always has something chosen. */
const ALL = '*';

const gapWords = (lang: string, { missing, machine }: EventRow): string => {
  if (lang === ALL) {
    const parts = [
      missing.length > 0 ? `${counted(missing.length, 'language')} missing` : '',
      machine.length > 0 ? `${machine.length} by machine` : '',
    ];
    return parts.filter(Boolean).join(', ') || 'All written';
  }
  if (missing.some((one) => one === lang)) return 'Not written';
  return machine.some((one) => one === lang) ? 'By machine: somebody should look at it' : 'Written';
};

const isGap = (lang: string, { missing, machine }: EventRow): boolean =>
  lang === ALL || [...missing, ...machine].some((one) => one === lang);

const Table = ({ events, lang }: { events: readonly EventRow[]; lang: string }) => (
  <table className="rows">
    <thead>
      <tr>
        <th scope="col">Event</th>
        <th scope="col">Texts</th>
        <th scope="col">Not said</th>
      </tr>
    </thead>
    <tbody>
      {events.map((event) => (
        <tr key={event.id} className="rows-row">
          <td>
            <Link href={eventHref(event.id)}>{event.title}</Link>
            <span className="rows-soft">{eventTimeWords(event)}</span>
          </td>
          <td>{gapWords(lang, event)}</td>
          <td>{event.barriers.map((barrier) => BARRIER_WORDS[barrier]).join(', ') || '–'}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Gaps = ({ gaps }: { gaps: EventGaps }) => {
  const me = useMe();
  const [lang, setLang] = useState<string>(ALL);
  const nameOf = (id: string) => me.languages.find((one) => one.lang === id)?.name ?? id;
  const countWords = (missing: number, machine: number) =>
    missing + machine === 0 ? 'nothing missing' : `${missing} missing, ${machine} by machine`;
  const options = [
    { id: ALL, words: 'All languages' },
    ...gaps.languages.map((one) => ({
      id: one.lang,
      words: `${nameOf(one.lang)}: ${countWords(one.missing, one.machine)}`,
    })),
  ];
  const events = gaps.events.filter((event) => isGap(lang, event));
  return (
    <>
      <div className="page-filters">
        <Choice label="Language" options={options} chosen={lang} onChoose={setLang} />
      </div>
      {events.length === 0 ? (
        <Empty title="Nothing is missing here.">Thank you: these families can read everything.</Empty>
      ) : (
        <Table events={events} lang={lang} />
      )}
    </>
  );
};

/** What families cannot read, or cannot know, of what is coming up. */
export default function GapsPage() {
  const { data, error, refetch } = useEventGaps();
  return (
    <Page
      title="Gaps by language"
      about="What is coming up and is not written in a language, was written by a machine, or does not say what decides for a family."
      actions={<BackToEvents />}
    >
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Gaps gaps={data} />}
    </Page>
  );
}
