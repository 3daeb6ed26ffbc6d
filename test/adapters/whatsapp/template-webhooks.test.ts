/** What WhatsApp reports of templates: for the operator as before, and for whoever sends them. */
import { parseWebhook } from '#adapters/whatsapp/parse-webhook.ts';

const NAMED = {
  message_template_id: 806_312_974_732_579,
  message_template_name: 'event_reminder',
  message_template_language: 'es',
};

const read = (field: string, value: object) =>
  parseWebhook(
    { object: 'whatsapp_business_account', entry: [{ id: '1', time: 1, changes: [{ field, value }] }] },
    { identityKey: 'key', numbers: new Set(['1']) },
  ).filter(({ kind }) => kind !== 'platform_notice');

describe('a webhook of a template', () => {
  it.each([
    [{ event: 'APPROVED', reason: 'NONE' }, 'approved'],
    [{ event: 'REINSTATED' }, 'approved'],
    [{ event: 'REJECTED', reason: 'INVALID_FORMAT' }, 'rejected'],
    [{ event: 'PAUSED', other_info: { title: 'FIRST_PAUSE' } }, 'paused'],
    [{ event: 'PAUSED', other_info: { title: 'UNPAUSE' } }, 'approved'],
    [{ event: 'DISABLED' }, 'disabled'],
    [{ event: 'PENDING_DELETION' }, 'missing'],
  ])('of its status, %j, is kept as %s', (value, status) => {
    expect(read('message_template_status_update', { ...NAMED, ...value })).toEqual([
      { kind: 'template_changed', name: 'event_reminder', language: 'es', status },
    ]);
  });

  it('of its category is kept as that, whatever its status', () => {
    const value = { ...NAMED, previous_category: 'UTILITY', new_category: 'MARKETING' };
    expect(read('template_category_update', value)).toEqual([
      { kind: 'template_changed', name: 'event_reminder', language: 'es', category: 'marketing' },
    ]);
  });

  it.each([
    ['message_template_status_update', { ...NAMED, event: 'FLAGGED' }],
    ['message_template_status_update', { ...NAMED, event: 'A_WORD_OF_THE_FUTURE' }],
    ['message_template_status_update', { event: 'PAUSED' }],
    ['message_template_status_update', { ...NAMED, event: 'constructor' }],
    ['template_category_update', { ...NAMED, new_category: 'FREE' }],
    ['message_template_quality_update', { ...NAMED, new_quality_score: 'RED' }],
  ])('of %s %j changes nothing', (field, value) => {
    expect(read(field, value)).toEqual([]);
  });
});
