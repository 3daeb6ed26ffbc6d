import { startTransition, useId, useOptimistic } from 'react';
import type { Knobs, Phone } from '../../../bin/local/whatsapp/world.ts';
import { turnKnobs } from './requests.ts';

type SwitchName = { [Name in keyof Knobs]: Knobs[Name] extends boolean ? Name : never }[keyof Knobs];

const SWITCHES: readonly { readonly name: SwitchName; readonly label: string; readonly hint: string }[] = [
  { name: 'duplicate', label: 'Send everything twice', hint: 'Each webhook is posted twice at the same moment.' },
  { name: 'outOfOrder', label: 'Out of order', hint: 'Two webhooks are held, then posted in the wrong order.' },
  { name: 'noPhone', label: 'Hide the phone number', hint: 'Webhooks carry the WhatsApp user id alone.' },
  { name: 'unreachable', label: 'Phone switched off', hint: 'Replies stay at one tick until it is on again.' },
  { name: 'failNext', label: 'Fail the next reply', hint: 'It is accepted, then fails with 131026.' },
  { name: 'loseNext', label: 'Lose the next answer', hint: 'The reply arrives, but the API call never hears back.' },
  { name: 'graphDown', label: 'API down', hint: 'Sending to this phone is answered with HTTP 500.' },
  { name: 'strictPairRate', label: 'Strict pace', hint: 'A burst must be waited off, six seconds a message (131056).' },
];

const BATCHES = [1, 2, 3, 5, 10];
const READS = { when_shown: 'when the chat is shown', at_once: 'at once', never: 'never' } as const;

const Switch = ({ isOn, label, hint, onTurn }: { isOn: boolean; label: string; hint: string; onTurn: () => void }) => {
  const hintId = useId();
  return (
    <div className="knob">
      <label className="knob-label">
        {label}
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          onChange={onTurn}
          aria-describedby={hintId}
        />
      </label>
      <p id={hintId} className="hint">
        {hint}
      </p>
    </div>
  );
};

/** How this phone misbehaves. */
export const KnobList = ({ phone }: { phone: Phone }) => {
  const [knobs, showTurned] = useOptimistic(phone.knobs, (now, change: Partial<Knobs>) => ({ ...now, ...change }));
  const turn = (change: Partial<Knobs>) =>
    startTransition(async () => {
      showTurned(change);
      await turnKnobs(phone.id, change);
    });
  return (
    <section className="panel-section" aria-label="Misbehave">
      <h3>Misbehave</h3>
      <p className="hint">For {phone.name} only.</p>
      {SWITCHES.map(({ name, label, hint }) => (
        <Switch key={name} isOn={knobs[name]} label={label} hint={hint} onTurn={() => turn({ [name]: !knobs[name] })} />
      ))}
      <label className="knob-choice">
        Messages in one webhook
        <select value={knobs.batch} onChange={(event) => turn({ batch: Number(event.target.value) })}>
          {BATCHES.map((size) => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
        </select>
      </label>
      <label className="knob-choice">
        Replies are read
        <select value={knobs.reads} onChange={(event) => turn({ reads: event.target.value as Knobs['reads'] })}>
          {Object.entries(READS).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
};
