import type { Reply } from '../reply.ts';
import type { RequestTo } from '../request.ts';
import type { StepInput } from '../steps/step.ts';
import { interpreterInWords } from './ask.ts';
import { FLOW_CHOICE } from './choices.ts';
import { toldParts } from './complete.ts';
import { type FlowState, isFilled, SLOTS, type Slot, schoolOf } from './flow.ts';
import { type FlowSpeaker, flowSpeaker } from './flow-speaker.ts';
import { gradeInWords } from './flow-words.ts';

type Label = keyof FlowSpeaker['words']['labels'];

/** What of a draft is shown, line by line: its label and what was told. */
const toldLines = (flow: FlowState, said: FlowSpeaker): readonly (readonly [Label, string | undefined])[] => {
  const { draft, kind } = flow;
  const { child, parts, reason, subject, interpreter } = draft;
  const when = [
    draft.days && said.days(draft.days),
    ...(parts ?? []).map((part) => said.words.choices[part]),
    draft.time && said.time(draft.time),
  ];
  const times = when.filter((part) => part !== undefined).join(said.comma);
  return [
    [
      'child',
      child && [child.name, child.grade && gradeInWords(said.words, child.grade)].filter(Boolean).join(said.comma),
    ],
    ...(kind === 'meeting'
      ? ([['times', times]] as const)
      : ([['days', draft.days && said.days(draft.days)]] as const)),
    ['time', kind === 'meeting' ? undefined : draft.time && said.time(draft.time)],
    ['reason', reason && said.words.reasons[reason]],
    ['subject', subject && said.words.subjects[subject]],
    ['interpreter', interpreter && interpreterInWords(interpreter, said.comma)],
    ...toldParts(draft).map(({ part, words }) => [part, words.text] as const),
    ['words', draft.words?.text],
  ];
};

/** What the family's own words are in English, and what that says when it is read back: where a service translates. */
const translatedPart = ({ context }: StepInput, { draft }: FlowState, said: FlowSpeaker): readonly string[] => {
  const hasWords = draft.words !== undefined || toldParts(draft).length > 0;
  if (!hasWords || said.lang === 'en') return [];
  const { translated } = context;
  const told = [...toldParts(draft).map(({ words }) => words), ...(draft.words ? [draft.words] : [])];
  const english = told.flatMap((words) => words.english ?? []);
  if (english.length < told.length) return [said.says('wordsStay')];
  const isNew = translated !== undefined && told.some((words) => words.english === translated.english);
  return [
    `${said.says('wordsInEnglish')}\n${english.join('\n')}`,
    ...(isNew ? [`${said.says('wordsBack')}\n${translated.back}`] : []),
    ...(isNew && translated.isChanged ? [said.says('wordsChanged')] : []),
  ];
};

/** A draft as lines with labels, in the speaker's language: what it is, to whom it goes, what was told. */
export const draftLines = (flow: FlowState, to: RequestTo, said: FlowSpeaker, school: string | undefined): string => {
  const { labels, titles } = said.words;
  const line = (label: Label, text: string) => `${labels[label]}: ${text}`;
  const whom = [to.name, school].filter((part, index, all) => part && all.indexOf(part) === index);
  return [
    `*${titles[flow.kind]}*`,
    line('to', whom.join(said.comma)),
    ...toldLines(flow, said).flatMap(([label, text]) => (text ? [line(label, text)] : [])),
  ].join('\n');
};

/** All that will be sent, to be looked at before it is. */
export const review = (input: StepInput, flow: FlowState, to: RequestTo, opening?: string): Reply => {
  const said = flowSpeaker(input);
  const school = schoolOf(input.context.directory.schools, flow.draft.school);
  const lines = draftLines(flow, to, said, school?.name);
  return said.say(
    [opening, said.says('review'), lines, ...translatedPart(input, flow, said), said.says('reviewEnd')],
    [
      said.choice(FLOW_CHOICE.send, 'send'),
      said.choice(FLOW_CHOICE.change, 'change'),
      said.choice(FLOW_CHOICE.cancel, 'cancel'),
    ],
  );
};

/** Under which label a slot is shown, to be tapped when it is to be changed. */
const labelOf = (slot: Slot): Label => slot;

/** What can be changed. */
export const askChange = (input: StepInput, flow: FlowState): Reply => {
  const said = flowSpeaker(input);
  const slots = (SLOTS[flow.kind] as readonly Slot[]).filter((slot) => isFilled(flow.draft, slot));
  const all: readonly Slot[] = flow.draft.interpreter ? [...slots, 'interpreter'] : slots;
  return said.say(
    [said.words.asks.change],
    all.slice(0, 9).map((slot) => ({ id: FLOW_CHOICE.changeSlot(slot), title: said.words.labels[labelOf(slot)] })),
  );
};
