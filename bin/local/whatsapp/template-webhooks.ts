/** What Meta tells of a template that it has done something to, in the shape of its webhooks. */
import { createHash } from 'node:crypto';
import type { TemplateView } from './page-contract.ts';
import type { TemplateMark, Update } from './world.ts';

/** Stable for a template and its language, as Meta's ids are; below 2^48, so that JSON keeps it exactly. */
const idOf = ({ name, language }: TemplateView): number =>
  createHash('sha256').update(`${name}:${language}`).digest().readUIntBE(0, 6);

/** Why, in Meta's words (message_template_status_update, 2026-05-21): only a rejection has a reason of its own. */
const REASON = { APPROVED: 'NONE', PAUSED: 'NONE', DISABLED: 'NONE', REJECTED: 'PROMOTIONAL' } as const;

const OTHER_INFO = {
  PAUSED: {
    title: 'FIRST_PAUSE',
    description: 'Your WhatsApp message template has been paused for 3 hours because it had issues.',
  },
  DISABLED: { title: 'DISABLED', description: 'Your WhatsApp message template has been disabled.' },
} as const;

const update = (field: string, messageId: string, value: Record<string, unknown>): Update => ({
  ...{ number: '', kind: 'account', field, messageId },
  value,
});

/** One webhook for each thing that is another now. */
export const templateUpdates = (before: TemplateView, after: TemplateMark, at: number): readonly Update[] => {
  const { name, language, status, category } = after;
  const named = {
    message_template_id: idOf(after),
    message_template_name: name,
    message_template_language: language,
  };
  const id = `${name}:${language}`;
  return [
    ...(before.status === status
      ? []
      : [
          update('message_template_status_update', id, {
            event: status,
            ...named,
            reason: REASON[status],
            message_template_category: category,
            ...(status === 'PAUSED' && { other_info: OTHER_INFO.PAUSED }),
            ...(status === 'DISABLED' && {
              disable_info: { disable_date: Math.floor(at / 1000) },
              other_info: OTHER_INFO.DISABLED,
            }),
          }),
        ]),
    ...(before.category === category
      ? []
      : [
          update('template_category_update', id, {
            ...named,
            previous_category: before.category,
            new_category: category,
          }),
        ]),
  ];
};
