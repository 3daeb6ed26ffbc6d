import * as z from 'zod/mini';
import type { TemplateChanged } from '#app/ports.ts';
import { TEMPLATE_CATEGORIES } from '#core/outreach/outreach.ts';
import { isObject, type Json, scalar } from './lenient.ts';
import { wordOf } from './text.ts';

/**
 * What WhatsApp's words make of a template (Meta, "message_template_status_update", 2026-09). The words that are not
 * here, as `FLAGGED`, warn and change nothing: it can still be sent.
 */
const STATUS: ReadonlyMap<string, NonNullable<TemplateChanged['status']>> = new Map(
  Object.entries({
    APPROVED: 'approved',
    REINSTATED: 'approved',
    UNPAUSE: 'approved',
    PENDING: 'pending',
    REJECTED: 'rejected',
    IN_APPEAL: 'rejected',
    PAUSED: 'paused',
    DISABLED: 'disabled',
    PENDING_DELETION: 'missing',
    DELETED: 'missing',
    ARCHIVED: 'missing',
  } as const),
);

const Named = z.object({ message_template_name: scalar, message_template_language: scalar });
const Category = z.enum(TEMPLATE_CATEGORIES);

const categoryIn = (value: unknown) => z.safeParse(Category, wordOf(value).toLowerCase()).data;

/** What of a template's webhook is to be kept; nothing where it names none or says nothing that matters. */
const changeIn = (field: string, value: Json): Pick<TemplateChanged, 'status' | 'category'> | undefined => {
  if (field === 'message_template_status_update') {
    const more = isObject(value['other_info']) ? wordOf(value['other_info']['title']) : '';
    // An end of a pause is told as one more pause.
    const status = STATUS.get(more === 'UNPAUSE' ? more : wordOf(value['event']));
    // Meta approves what it takes for marketing as marketing, whatever it was handed in as (since 2025-04-09).
    const category = categoryIn(value['message_template_category']);
    return status && { status, ...(category ? { category } : {}) };
  }
  if (field !== 'template_category_update') return undefined;
  const category = categoryIn(value['new_category']);
  return category && { category };
};

/** What a webhook says of how a template stands, for whoever sends it. */
export const readTemplateChange = (field: string, value: Json): readonly TemplateChanged[] => {
  const named = z.safeParse(Named, value).data;
  const change = named && changeIn(field, value);
  return change
    ? [
        {
          kind: 'template_changed',
          name: named.message_template_name,
          language: named.message_template_language,
          ...change,
        },
      ]
    : [];
};
