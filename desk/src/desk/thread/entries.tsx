import { Button } from 'react-aria-components';
import type { HandoffView, ThreadEntry } from '#contract/desk-api.ts';
import { useMe } from '../api/use-me.ts';
import { Trouble } from '../frame/states.tsx';
import { languageOf } from '../words/languages.ts';
import { dayWords } from '../words/times.ts';
import { Entry } from './entry.tsx';
import { keyedByDay } from './keyed-entries.ts';

interface EntriesProps {
  readonly handoff: HandoffView;
  readonly entries: readonly ThreadEntry[];
  readonly onEarlier: (() => void) | undefined;
  readonly isLoadingEarlier: boolean;
  readonly earlierError: Error | null;
}

/**
 * What was said, the newest at the bottom. The box is turned upside down by its style, so that it stays at the bottom
 * while pictures load, and stays where one reads while earlier words are put above.
 */
export const Entries = ({ handoff, entries, onEarlier, isLoadingEarlier, earlierError }: EntriesProps) => {
  const me = useMe();
  const language = languageOf(me, handoff.lang);
  const isForeign = handoff.lang !== 'en';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
    <section className="entries" aria-label="Messages" tabIndex={0}>
      <div className="entries-inside" data-foreign={isForeign || undefined}>
        {isForeign && me.translation === 'none' && (
          <p className="entries-notice">
            No machine translation is configured. English stands beside what Homeroom said; the family’s own words stand
            as they were written, with the topic that Homeroom took them for.
          </p>
        )}
        {onEarlier && (
          <Button className="button entries-earlier" isDisabled={isLoadingEarlier} onPress={onEarlier}>
            {isLoadingEarlier ? 'Loading…' : 'Load earlier'}
          </Button>
        )}
        {earlierError && <Trouble error={earlierError} />}
        <ol className="entries-list">
          {keyedByDay(entries, me.timeZone).map(({ key, entry, startsDay }) => (
            <li key={key} className="entries-item">
              {startsDay && <p className="entries-day">{dayWords(entry.at, me.timeZone)}</p>}
              <Entry entry={entry} language={language} handoff={handoff} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
};
