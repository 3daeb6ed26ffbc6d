import { Switch } from 'react-aria-components';
import { WordsField } from '../people/words-field.tsx';
import { Group, type PartProps } from './group.tsx';

interface RsvpPartProps extends PartProps {
  /** The most people who have said yes to one of its times. */
  readonly coming: number;
}

/** What is said where there are fewer places than people who come. */
const fewerWords = (capacity: string, coming: number): string | undefined => {
  const places = Number(capacity);
  if (!(places > 0) || places >= coming) return undefined;
  return `${coming} people have said that they come. Nobody loses a place; whoever comes new goes on the waiting list.`;
};

/** Whether families say that they come, and how many can. */
export const RsvpPart = ({ draft, change, coming }: RsvpPartProps) => (
  <Group title="Saying “I am coming”">
    <Switch className="switch" isSelected={draft.takesRsvp} onChange={(takesRsvp) => change({ takesRsvp })}>
      <span className="switch-track" />
      Families say that they come, and how many they are
    </Switch>
    {draft.takesRsvp && (
      <>
        <WordsField
          name="capacity"
          label="Places"
          hint="People, not families. When all are taken, families wait on a list. Empty: as many as come."
          isRequired={false}
          value={draft.capacity}
          onChange={(capacity) => change({ capacity: capacity.trim() })}
        />
        {fewerWords(draft.capacity, coming) && (
          <p className="barrier-hint" role="status">
            {fewerWords(draft.capacity, coming)}
          </p>
        )}
      </>
    )}
    <div className="field-pair">
      <WordsField
        name="rsvpByDay"
        label="Say so, or sign up, until"
        type="date"
        isRequired={false}
        value={draft.rsvpByDay}
        onChange={(rsvpByDay) => change({ rsvpByDay })}
      />
      {draft.rsvpByDay !== '' && (
        <WordsField
          name="rsvpByTime"
          label="Until what time"
          type="time"
          value={draft.rsvpByTime}
          onChange={(rsvpByTime) => change({ rsvpByTime })}
        />
      )}
    </div>
  </Group>
);
