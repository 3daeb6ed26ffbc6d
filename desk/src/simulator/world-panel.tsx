import type { TemplateView } from '../../../bin/local/whatsapp/page-contract.ts';
import type { Phone, Status } from '../../../bin/local/whatsapp/world.ts';
import { KnobList } from './knob-list.tsx';
import { moveClock } from './requests.ts';
import { TemplateKnobs } from './template-knobs.tsx';
import { Ticks } from './ticks.tsx';
import { durationOf, shortDayOf, timeOf, WINDOW_MS, windowLeftMs } from './times.ts';

interface WorldPanelProps {
  readonly phone: Phone;
  /** The id of the school's number. */
  readonly number: string;
  readonly now: number;
  readonly templates: readonly TemplateView[];
}

const windowWords = (leftMs: number | undefined) => {
  if (leftMs === undefined) return 'Not open yet: this parent has not written.';
  if (leftMs === 0) return 'Closed: a reply would fail with 131047.';
  return `Open for another ${durationOf(leftMs)}.`;
};

const Window = ({ leftMs }: { leftMs: number | undefined }) => (
  <div className={`window ${leftMs ? 'window-open' : 'window-closed'}`}>
    <h4>24-hour window</h4>
    <p role="status" data-testid="window">
      {windowWords(leftMs)}
    </p>
    <meter aria-label="Time left in the window" min={0} max={WINDOW_MS} value={leftMs ?? 0} />
  </div>
);

const LEGEND: readonly { readonly status: Status; readonly words: string }[] = [
  { status: 'sent', words: 'sent' },
  { status: 'delivered', words: 'delivered' },
  { status: 'read', words: 'read' },
  { status: 'failed', words: 'failed' },
];

/** What happens around the phone: time, and whatever goes wrong. */
export const WorldPanel = ({ phone, number, now, templates }: WorldPanelProps) => {
  const leftMs = windowLeftMs(
    phone.messages.filter((message) => message.number === number),
    now,
  );
  return (
    <div className="panel">
      <section className="panel-section" aria-label="Clock">
        <h3>Clock</h3>
        <p className="clock">
          <time dateTime={new Date(now).toISOString()}>
            <strong>{timeOf(now)}</strong> {shortDayOf(now)}
          </time>
        </p>
        <div className="clock-buttons">
          <button type="button" onClick={() => void moveClock(1)}>
            1 hour later
          </button>
          <button type="button" onClick={() => void moveClock(24)}>
            24 hours later
          </button>
        </div>
        <Window leftMs={leftMs} />
      </section>
      <KnobList phone={phone} />
      {templates.length > 0 && <TemplateKnobs templates={templates} />}
      <section className="panel-section" aria-label="Ticks">
        <h3>Ticks</h3>
        <ul className="legend">
          {LEGEND.map(({ status, words }) => (
            <li key={status}>
              <Ticks status={status} /> {words}
            </li>
          ))}
        </ul>
        <p className="hint">On the school's messages they show what the school is told.</p>
      </section>
    </div>
  );
};
