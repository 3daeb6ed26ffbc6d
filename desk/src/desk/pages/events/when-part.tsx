import { Switch } from 'react-aria-components';
import { Choice } from '../improve/choice.tsx';
import { WordsField } from '../people/words-field.tsx';
import { Chips } from '../schools/chips.tsx';
import type { EventDraft } from './event-draft.ts';
import { Group, type PartProps } from './group.tsx';
import { repeatChoices, WEEKDAYS } from './repeats.ts';

const WEEKDAY_WORDS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const WEEKDAY_CHIPS = WEEKDAYS.map((id, index) => ({ id, words: WEEKDAY_WORDS[index] ?? id }));

interface MomentProps extends PartProps {
  readonly day: 'startDay' | 'endDay';
  readonly time: 'startTime' | 'endTime';
  readonly labels: readonly [day: string, time: string];
  readonly hasTime: boolean;
}

const Moment = ({ draft, change, day, time, labels: [dayLabel, timeLabel], hasTime }: MomentProps) => {
  // An end that was never touched moves with the beginning.
  const moved = (value: string): Partial<EventDraft> =>
    day === 'startDay' && (draft.endDay === draft.startDay || draft.endDay < value)
      ? { startDay: value, endDay: value }
      : { [day]: value };
  return (
    <div className="field-pair">
      <WordsField
        name={day}
        label={dayLabel}
        type="date"
        value={draft[day]}
        onChange={(value) => change(moved(value))}
      />
      {hasTime && (
        <WordsField
          name={time}
          label={timeLabel}
          type="time"
          value={draft[time]}
          onChange={(value) => change({ [time]: value })}
        />
      )}
    </div>
  );
};

const Repeats = ({ draft, change }: PartProps) => {
  const isWeekly = draft.repeats === 'week' || draft.repeats === 'two_weeks';
  const other = { id: 'other', words: `As its calendar says (${draft.rule})` } as const;
  return (
    <>
      <Choice
        label="Repeats"
        options={[...repeatChoices(draft.startDay), ...(draft.rule === '' ? [] : [other])]}
        chosen={draft.repeats}
        onChoose={(repeats) => change({ repeats })}
      />
      {isWeekly && (
        <Chips
          name="weekdays"
          label="Days of the week"
          hint="None chosen: the day of the week on which it begins."
          options={WEEKDAY_CHIPS}
          chosen={draft.weekdays}
          onChoose={(weekdays) => change({ weekdays })}
        />
      )}
      {draft.repeats !== 'none' && (
        <WordsField
          name="until"
          label="Repeats until"
          hint="The last day. Empty: for the next 13 months."
          type="date"
          isRequired={false}
          value={draft.until}
          onChange={(until) => change({ until })}
        />
      )}
    </>
  );
};

/** When it is, in the event's own zone. */
export const WhenPart = ({ draft, change }: PartProps) => {
  const { form, isAllDay } = draft;
  const hasTime = form === 'deadline' || (form === 'event' && !isAllDay);
  const endLabels = form === 'deadline' ? (['Last day', 'Last moment'] as const) : (['Ends on', 'Ends at'] as const);
  return (
    <Group title="When">
      {form !== 'deadline' && (
        <Moment
          {...{ draft, change, hasTime }}
          day="startDay"
          time="startTime"
          labels={form === 'program' ? ['First day', ''] : ['Begins on', 'Begins at']}
        />
      )}
      <Moment
        {...{ draft, change, hasTime }}
        day="endDay"
        time="endTime"
        labels={form === 'program' ? ['Last day', ''] : endLabels}
      />
      {form === 'event' && (
        <>
          <Switch className="switch" isSelected={isAllDay} onChange={(chosen) => change({ isAllDay: chosen })}>
            <span className="switch-track" />
            Whole days, without a time
          </Switch>
          <Repeats draft={draft} change={change} />
        </>
      )}
      <WordsField
        name="timeZone"
        label="Time zone"
        hint="Families read the time as clocks there show it."
        value={draft.timeZone}
        onChange={(timeZone) => change({ timeZone })}
      />
    </Group>
  );
};
