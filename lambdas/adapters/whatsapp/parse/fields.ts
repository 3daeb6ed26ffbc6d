import type { PlatformNotice } from '#app/ports.ts';
import type { UnansweredReason, WebhookEvent } from './events.ts';
import { isObject, type Json } from './lenient.ts';
import { wordOf } from './text.ts';

type Read = (field: string, value: Json) => PlatformNotice | Extract<WebhookEvent, { kind: 'unanswered' }>;

const never = () => false;
const always = () => true;
const oneOf =
  (...events: readonly string[]) =>
  (event: string) =>
    events.includes(event);

/** Noted for the operator. `key` is where the value says what happened; `asks` whether somebody must act. */
const notice =
  (key: string, asks: (event: string, value: Json) => boolean): Read =>
  (field, value) => {
    const event = wordOf(value[key]);
    return { kind: 'platform_notice', field, event, needsOperator: asks(event, value) };
  };

const ignored =
  (reason: UnansweredReason): Read =>
  () => ({ kind: 'unanswered', reason });

const asksAboutAccount = (event: string): boolean =>
  /PAYMENT|BILLING|CREDIT/.test(event) ||
  oneOf('ACCOUNT_RESTRICTION', 'ACCOUNT_VIOLATION', 'DISABLED_UPDATE', 'ACCOUNT_DELETED', 'ACCOUNT_OFFBOARDED')(event);

/** The alert stands in `alert_info` or, in later versions, beside it. */
const readAlert: Read = (field, value) => {
  const alert = isObject(value['alert_info']) ? value['alert_info'] : value;
  return notice('alert_type', (event) => alert['alert_severity'] === 'CRITICAL' || asksAboutAccount(event))(
    field,
    alert,
  );
};

const readPreference: Read = (field, value) => {
  const preferences = value['user_preferences'];
  const first: unknown = Array.isArray(preferences) ? preferences[0] : undefined;
  return notice('value', never)(field, isObject(first) ? first : {});
};

/** Every field of the WhatsApp Business Account webhook but those read element by element (Meta, "Webhooks", 2026-09). */
const FIELDS: ReadonlyMap<string, Read> = new Map<string, Read>([
  // What can stop every message.
  ['account_update', notice('event', asksAboutAccount)],
  ['account_alerts', readAlert],
  ['account_review_update', notice('decision', oneOf('REJECTED'))],
  ['payment_configuration_update', notice('status', always)], // Nothing of ours changes it, so somebody must look.
  ['security', notice('event', always)], // Somebody touches the PIN that guards our number.
  // What can stop a template.
  ['message_template_status_update', notice('event', oneOf('PAUSED', 'DISABLED', 'REJECTED'))],
  ['template_category_update', notice('new_category', oneOf('MARKETING'))], // Not delivered to U.S. numbers since April 2025.
  ['message_template_quality_update', notice('new_quality_score', never)],
  ['message_template_components_update', notice('event', never)],
  ['template_correct_category_detection', notice('correct_category', never)],
  // What is good to know.
  ['account_settings_update', notice('event', never)],
  ['business_capability_update', notice('event', never)],
  ['business_username_update', notice('status', never)],
  ['business_username_updates', notice('status', never)],
  ['flows', notice('event', never)], // Homeroom has no flows.
  ['partner_solutions', notice('event', never)],
  ['phone_number_name_update', notice('decision', never)],
  ['phone_number_quality_update', notice('event', never)],
  ['user_preferences', readPreference], // `stop` concerns marketing, of which Homeroom sends none.
  // What is somebody else's talk, or none.
  ['automatic_events', ignored('automatic_event')],
  ['calls', ignored('call')],
  ['group_lifecycle_update', ignored('group')],
  ['group_participants_update', ignored('group')],
  ['group_settings_update', ignored('group')],
  ['group_status_update', ignored('group')],
  ['history', ignored('history')],
  ['smb_app_state_sync', ignored('history')],
  ['standby', ignored('standby')],
]);

/** A change of any field that is not read element by element, as one event. A field nobody knows is noted, not alarmed. */
export const readField = (field: string, value: Json): WebhookEvent => {
  const read = FIELDS.get(field);
  if (read) return read(field, value);
  return { kind: 'platform_notice', field: wordOf(field), event: 'unknown_field', needsOperator: false };
};
