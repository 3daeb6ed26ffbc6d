import type { School, SchoolId } from '../directory.ts';
import { type FamilyRequest, LETTER_PARTS, type RequestDetails, type RequestKind, type RequestTo } from '../request.ts';

/** A flow is left alone when nothing was heard for so long. Homeroom's choice. */
const FLOW_LASTS_MS = 7 * 86_400_000;

/** What a flow must know before it can be sent, in the order in which it is asked. */
export const SLOTS = {
  absence: ['child', 'grade', 'school', 'days', 'reason'],
  late: ['child', 'grade', 'school', 'days', 'time', 'reason'],
  early_pickup: ['child', 'grade', 'school', 'days', 'time', 'reason'],
  meeting: ['child', 'grade', 'school', 'to', 'subject', 'times'],
  message: ['child', 'grade', 'school', 'to', 'words'],
  about_child: ['child', 'grade', 'school', 'to', ...LETTER_PARTS],
  interpreter: ['days', 'time', 'school', 'words'],
  language_problem: ['words', 'school'],
} as const satisfies Readonly<Record<RequestKind, readonly string[]>>;

export type Slot = (typeof SLOTS)[RequestKind][number] | 'interpreter';

/** What a family has told so far. */
export interface Draft extends RequestDetails {
  /** The child in the profile that is meant, where it is one that we know. */
  readonly childId?: string;
  readonly school?: SchoolId;
  readonly to?: RequestTo;
  /** Children who were named together and are not done yet: one comes after the other. */
  readonly named?: readonly NonNullable<RequestDetails['child']>[];
  /** None of the children that we know, even where it has the name of one. */
  readonly isOther?: true;
  /** What the family would not say. */
  readonly skipped: readonly Slot[];
}

/** A task of several turns: left, taken up again and corrected as the family likes. */
export interface FlowState {
  readonly kind: RequestKind;
  readonly asked: Slot | 'review' | 'change';
  readonly draft: Draft;
  /** The turn in which it began. */
  readonly fromTurn: number;
  readonly lastAt: number;
  /** Answers in a row that were not understood. */
  readonly misses: number;
  /** It would be the same as the one just sent, for another child. */
  readonly isAgain?: true;
  /** The question stands under an answer: nothing is begun unless the family takes it up. */
  readonly isOffered: boolean;
}

export const newFlow = (kind: RequestKind, turn: number, now: number): FlowState => ({
  kind,
  asked: SLOTS[kind][0],
  draft: { skipped: [] },
  fromTurn: turn,
  lastAt: now,
  misses: 0,
  isOffered: false,
});

/** The flow that a family is in the middle of; undefined where there is none or it is too old. */
export const flowInProgress = (flow: FlowState | undefined, now: number): FlowState | undefined =>
  flow && now - flow.lastAt < FLOW_LASTS_MS ? flow : undefined;

const isLetterPart = (slot: Slot): slot is (typeof LETTER_PARTS)[number] =>
  (LETTER_PARTS as readonly string[]).includes(slot);

/** Whether what a slot asks for is known, or was skipped. */
export const isFilled = (draft: Draft, slot: Slot): boolean => {
  if (draft.skipped.includes(slot)) return true;
  // A grade may be known before the name of whoever is in it.
  if (slot === 'child') return draft.child !== undefined && draft.child.name !== '';
  if (slot === 'grade') return draft.child?.grade !== undefined;
  if (slot === 'times') return draft.days !== undefined || draft.parts !== undefined;
  if (isLetterPart(slot)) return draft.letter?.[slot] !== undefined;
  return draft[slot] !== undefined;
};

/** The first thing that is still to be asked; undefined where all is known. */
export const nextSlot = ({ kind, draft }: Pick<FlowState, 'kind' | 'draft'>): Slot | undefined =>
  SLOTS[kind].find((slot) => !isFilled(draft, slot));

/** Slots that take a family's words as they are. */
export const takesFreeWords = (slot: FlowState['asked']): boolean =>
  slot === 'words' || (slot !== 'review' && slot !== 'change' && isLetterPart(slot));

/** Whether families may leave it out. */
export const maySkip = (slot: Slot): boolean => slot === 'grade' || isLetterPart(slot);

/** The school of an id. */
export const schoolOf = (schools: readonly School[], id: SchoolId | undefined): School | undefined =>
  schools.find((school) => school.id === id);

/** What a request holds of a draft: what was told, and nothing of how. */
export const detailsOf = ({
  childId: _,
  school: __,
  to: ___,
  skipped: ____,
  named: _____,
  isOther: ______,
  ...details
}: Draft): FamilyRequest['details'] => details;
