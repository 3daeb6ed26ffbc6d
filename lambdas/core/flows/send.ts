import type { Effect } from '../decision.ts';
import type { School } from '../directory.ts';
import { type FamilyRequest, type RequestKind, type RequestTo, requestId } from '../request.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { clockOf } from '../when.ts';
import { FLOW_CHOICE } from './choices.ts';
import { afterSchoolDays } from './complete.ts';
import { whoDoes } from './find-person.ts';
import { detailsOf, type FlowState, newFlow, schoolOf } from './flow.ts';
import { flowSpeaker } from './flow-speaker.ts';
import { nextInterpreterDue } from './interpreter-due.ts';
import { keptChildren } from './kept-children.ts';

/** School days within which a teacher should have answered. Homeroom's choice. */
const ANSWER_WITHIN_DAYS = 2;
/** As many requests as a conversation remembers. */
const MOST_REQUESTS = 8;

/** Tasks of which each child of a family may need its own, on the same day. */
export const isAttendanceKind = (kind: RequestKind): boolean =>
  kind === 'absence' || kind === 'late' || kind === 'early_pickup';

/** Kinds to which nobody has to answer. */
const NEEDS_NO_ANSWER: readonly RequestKind[] = ['absence', 'late', 'early_pickup', 'about_child'];

/** The requests that are remembered: those to which an answer may still come are forgotten last. */
const remembered = (requests: readonly FamilyRequest[]): readonly FamilyRequest[] => {
  if (requests.length <= MOST_REQUESTS) return requests;
  const isOpen = ({ kind, state }: FamilyRequest) =>
    !NEEDS_NO_ANSWER.includes(kind) && ['sending', 'sent', 'unanswered'].includes(state);
  const oldest = requests.find((one) => !isOpen(one)) ?? requests[0];
  return remembered(requests.filter((one) => one !== oldest));
};

const newRequest = (input: StepInput, flow: FlowState, school: School, to: RequestTo): FamilyRequest => {
  const { context, speaker } = input;
  const { now, timeZone, turn } = context;
  const details = detailsOf(flow.draft);
  const dueAt =
    flow.kind === 'interpreter'
      ? nextInterpreterDue(details, now, timeZone)
      : NEEDS_NO_ANSWER.includes(flow.kind)
        ? undefined
        : afterSchoolDays(now, ANSWER_WITHIN_DAYS, school, (at) => clockOf(at, timeZone).date);
  return {
    id: requestId(turn, now),
    kind: flow.kind,
    state: 'sending',
    school: school.id,
    to,
    lang: speaker.lang,
    at: now,
    details,
    ...(flow.kind === 'about_child' ? { fromTurn: flow.fromTurn } : {}),
    ...(dueAt ? { dueAt } : {}),
    reminders: 0,
  };
};

/** The interpreter for a meeting is asked for at once, and of somebody who has to see to it. */
const forInterpreter = (input: StepInput, meeting: FamilyRequest, school: School): readonly FamilyRequest[] => {
  const { details, id } = meeting;
  if (meeting.kind !== 'meeting' || !details.interpreter) return [];
  const { context } = input;
  const to = whoDoes(context.directory, school.id, ['interpreter', 'liaison', 'office']);
  if (!to.email) return [];
  const { words: _, ...shared } = details;
  const dueAt = nextInterpreterDue(shared, context.now, context.timeZone);
  const { dueAt: __, ...rest } = meeting;
  return [
    {
      ...rest,
      id: `${id}-i` as FamilyRequest['id'],
      kind: 'interpreter',
      to,
      details: shared,
      ...(dueAt ? { dueAt } : {}),
    },
  ];
};

/** What may be told of another child at once: the same days and reason, taken up by a tap or by its name. */
const forNext = ({ context }: StepInput, { kind, draft }: FlowState): FlowState => {
  const { days, time, reason, named } = draft;
  return {
    ...newFlow(kind, context.turn, context.now),
    isOffered: true,
    isAgain: true,
    draft: {
      ...{ skipped: [] },
      ...(days ? { days } : {}),
      ...(time ? { time } : {}),
      ...(reason ? { reason } : {}),
      ...(named ? { named } : {}),
    },
  };
};

/** Sends what the family has looked at and said yes to, and gives the receipt. */
export const send = (input: StepInput, flow: FlowState, to: RequestTo): StepResult | undefined => {
  const { context, conversation, speaker } = input;
  const school = schoolOf(context.directory.schools, flow.draft.school);
  if (!school) return undefined;
  const said = flowSpeaker(input);
  const request = newRequest(input, flow, school, to);
  const requests = [request, ...forInterpreter(input, request, school)];
  const { children, child, isNew } = keptChildren(input, flow);
  const isAttendance = isAttendanceKind(flow.kind);
  const receipt = said.says(isAttendance ? 'receiptAbsence' : 'receipt', {
    to: to.name,
    school: school.name,
    time: said.moment(context.now),
  });
  return {
    replies: [
      said.say(
        [
          receipt,
          flow.kind === 'absence' && flow.draft.reason === 'ill' ? said.says('fever') : undefined,
          isNew && child ? said.says('childKept', { child: child.name }) : undefined,
        ],
        [
          ...(isAttendance ? [said.choice(FLOW_CHOICE.again, 'otherChild')] : []),
          speaker.menuChoice,
          speaker.personChoice,
        ],
      ),
    ],
    outcome: 'answered',
    taken: { kind: 'flow', topic: flow.kind },
    effects: requests.flatMap((one): Effect[] => [
      { kind: 'save_request', request: one },
      { kind: 'send_request', request: one.id },
    ]),
    conversation: {
      flow: isAttendance ? forNext(input, flow) : undefined,
      profile: children.length > 0 ? { ...conversation.profile, children } : conversation.profile,
      ...(child ? { lastChild: child.id } : {}),
      requests: remembered([...(conversation.requests ?? []), ...requests]),
    },
  };
};
