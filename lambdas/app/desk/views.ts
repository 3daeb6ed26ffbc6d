import { given } from '#app/given.ts';
import type { StoredHandoff } from '#app/ports.ts';
import type { HandoffView, Person } from '#contract/desk-api.ts';
import { type Content, topicOf } from '#core/content.ts';
import type { StaffRef } from '#core/handoff.ts';
import { SOURCE_LANG } from '#core/language.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';

/** A topic as staff read it: by its English title. Undefined where the content does not have it any more. */
export const topicView = (content: Content, id: string | undefined): { id: string; title: string } | undefined => {
  const topic = id === undefined ? undefined : topicOf(content, SOURCE_LANG, id);
  return topic && { id: topic.id, title: topic.title };
};

export const refView = ({ id, name, title }: StaffRef) => ({ id, name, title });

export const personView = ({ id, name, title, email, role, schools, isActive }: StaffMember): Person => ({
  ...{ id, name, title, role, isActive, schools: [...schools] },
  ...(email === undefined ? {} : { email }),
});

/** A handoff as the desk shows it. */
export const handoffView = (
  { content, district }: Pick<DeskPorts, 'content' | 'district'>,
  handoff: StoredHandoff,
): HandoffView => {
  const { contact, id, number, status, reason, isUrgent, lang, openedAt, owner, turn, changedAt } = handoff;
  const { danger, claimedAt, firstReplyAt, resolvedAt, waitingSince, replyBy, rating, preview } = handoff;
  return {
    ...{ contact, id, status, reason, isUrgent, lang, openedAt, changedAt },
    schools: [...district.schoolsOf(number)],
    version: turn,
    ...given({ danger, claimedAt, firstReplyAt, resolvedAt, waitingSince, replyBy, rating, preview }),
    ...given({ owner: owner && refView(owner), topic: topicView(content, handoff.topic) }),
  };
};
