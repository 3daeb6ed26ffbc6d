import type { SendOutcome } from '#app/ports.ts';

/** What a refusal means for us, in one word for logs and counts. */
export type Consequence =
  | 'wait'
  | 'window_closed'
  | 'undeliverable'
  | 'withheld'
  | 'opted_out'
  | 'blocked_by_us'
  | 'own_number'
  | 'not_for_this_kind'
  | 'phone_wanted'
  | 'media_refused'
  | 'our_mistake'
  | 'template_unusable'
  | 'flow_unusable'
  | 'identity_doubtful'
  | 'wrong_setting'
  | 'number_unusable'
  | 'account_stopped'
  | 'payment_trouble'
  | 'permission_missing'
  | 'token_refused'
  | 'unexpected';

/** Each stands by its name in the RUNBOOK. */
export type Alarm =
  | 'whatsapp_account_stopped'
  | 'whatsapp_answer_unexpected'
  | 'whatsapp_number_unusable'
  | 'whatsapp_payment_trouble'
  | 'whatsapp_permission_missing'
  | 'whatsapp_request_refused'
  | 'whatsapp_spam_restriction'
  | 'whatsapp_template_unusable'
  | 'whatsapp_token_refused'
  | 'whatsapp_wrong_setting';

type Scope = Extract<SendOutcome, { kind: 'slow_down' }>['scope'];

export type Rule = { readonly consequence: Consequence; readonly alarm?: Alarm } & (
  | { readonly kind: 'rejected' | 'halted' }
  /** `firstMs` where the usual first wait of the scope does not suit, in milliseconds. */
  | { readonly kind: 'slow_down'; readonly scope: Scope; readonly firstMs?: number }
);

const wait = (scope: Scope, firstMs?: number, alarm?: Alarm): Rule => ({
  kind: 'slow_down',
  scope,
  consequence: 'wait',
  ...(firstMs === undefined ? {} : { firstMs }),
  ...(alarm === undefined ? {} : { alarm }),
});
const reject = (consequence: Consequence, alarm?: Alarm): Rule => ({
  kind: 'rejected',
  consequence,
  ...(alarm === undefined ? {} : { alarm }),
});
const halt = (consequence: Consequence, alarm: Alarm): Rule => ({ kind: 'halted', consequence, alarm });

/** WhatsApp could not take or pass on a file. */
export const MEDIA_REFUSED: readonly number[] = [131052, 131053];

const MINUTE_MS = 60_000;
const LONGEST_MS = 15 * MINUTE_MS;

export const TOKEN_REFUSED = halt('token_refused', 'whatsapp_token_refused');
export const PERMISSION_MISSING = halt('permission_missing', 'whatsapp_permission_missing');
export const UNEXPECTED = reject('unexpected', 'whatsapp_request_refused');

/** Meta's codes by what they mean for a send (Meta, "Error codes", 2026-09-11). */
const ROWS: readonly (readonly [Rule, readonly number[]])[] = [
  // Theirs, and over soon. 1 and 2 say in Meta's words "try again later".
  [wait('service'), [1, 2, 131000, 131016, 133004]],
  [wait('app'), [4]],
  [wait('account'), [80007]],
  [wait('number'), [130429]],
  [wait('pair'), [131056]],
  [wait('number', MINUTE_MS), [131057, 2494100]], // Maintenance or upgrade of the number: up to a minute.
  [wait('number', LONGEST_MS, 'whatsapp_spam_restriction'), [131048]],
  [wait('account', LONGEST_MS, 'whatsapp_template_unusable'), [131064]], // Misclassified templates; lifts itself.

  // This message cannot reach this person. Nothing is wrong with us.
  [reject('window_closed'), [131047]],
  [reject('undeliverable'), [131026]],
  [reject('withheld'), [130472, 131049]],
  [reject('opted_out'), [131050]],
  [reject('blocked_by_us'), [130403]],
  [reject('own_number'), [131021]],
  [reject('not_for_this_kind'), [130501, 131051]],
  [reject('phone_wanted'), [131062]],
  [reject('media_refused'), MEDIA_REFUSED], // A file of ours: its words go out without it.
  [reject('identity_doubtful', 'whatsapp_wrong_setting'), [137000]], // Only with a feature that is off.
  [reject('wrong_setting', 'whatsapp_wrong_setting'), [131030]], // Only the test numbers of a development app may be written to.

  // We asked for something wrong: sending it again would be wrong again.
  [reject('our_mistake', 'whatsapp_request_refused'), [100, 131008, 131009, 135000, 139100, 139101, 139102, 139103]],
  [reject('our_mistake', 'whatsapp_template_unusable'), [132000, 132005, 132007, 132008, 132012, 132018]],
  [
    reject('template_unusable', 'whatsapp_template_unusable'),
    [131055, 131063, 132001, 132015, 132016, 134100, 134101, 134102],
  ],
  [reject('flow_unusable', 'whatsapp_request_refused'), [132068, 132069]],

  // Nobody can be written to until an operator acts.
  [TOKEN_REFUSED, [0, 190]],
  [PERMISSION_MISSING, [3, 10, 131005]],
  [halt('account_stopped', 'whatsapp_account_stopped'), [368, 130497, 131031]],
  [halt('payment_trouble', 'whatsapp_payment_trouble'), [131042, 131044]],
  [halt('wrong_setting', 'whatsapp_wrong_setting'), [131037]],
  [
    halt('number_unusable', 'whatsapp_number_unusable'),
    [33, 131045, 133000, 133005, 133006, 133008, 133009, 133010, 133015, 133016],
  ],
];

const RULES: ReadonlyMap<number, Rule> = new Map(
  ROWS.flatMap(([rule, codes]) => codes.map((code) => [code, rule] as const)),
);

/** What one of WhatsApp's codes means, from an answer or a status; undefined for one that nobody has told us of. */
export const ruleOf = (code: number): Rule | undefined =>
  RULES.get(code) ?? (Number.isInteger(code) && code >= 200 && code <= 299 ? PERMISSION_MISSING : undefined);
