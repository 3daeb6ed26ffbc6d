import { ruleOf } from '#adapters/whatsapp/codes.ts';
import { classify, waitMs } from '#adapters/whatsapp/errors.ts';

const judged = (code: number | undefined, httpStatus = 400, attempt = 1) =>
  classify({ httpStatus, code, attempt, jitter: 0 });

/** Every code of Meta's "Error codes" page as fetched on 2026-09-11, with what it must come to. */
const CODES: readonly (readonly [number, string])[] = [
  [0, 'halted token_refused whatsapp_token_refused'],
  [1, 'slow_down service 2000 wait'],
  [2, 'slow_down service 2000 wait'],
  [3, 'halted permission_missing whatsapp_permission_missing'],
  [4, 'slow_down app 60000 wait'],
  [10, 'halted permission_missing whatsapp_permission_missing'],
  [33, 'halted number_unusable whatsapp_number_unusable'],
  [100, 'rejected our_mistake whatsapp_request_refused'],
  [190, 'halted token_refused whatsapp_token_refused'],
  [200, 'halted permission_missing whatsapp_permission_missing'],
  [250, 'halted permission_missing whatsapp_permission_missing'],
  [299, 'halted permission_missing whatsapp_permission_missing'],
  [368, 'halted account_stopped whatsapp_account_stopped'],
  [80007, 'slow_down account 60000 wait'],
  [130403, 'rejected blocked_by_us'],
  [130429, 'slow_down number 5000 wait'],
  [130472, 'rejected withheld'],
  [130497, 'halted account_stopped whatsapp_account_stopped'],
  [130501, 'rejected not_for_this_kind'],
  [131000, 'slow_down service 2000 wait'],
  [131005, 'halted permission_missing whatsapp_permission_missing'],
  [131008, 'rejected our_mistake whatsapp_request_refused'],
  [131009, 'rejected our_mistake whatsapp_request_refused'],
  [131016, 'slow_down service 2000 wait'],
  [131021, 'rejected own_number'],
  [131026, 'rejected undeliverable'],
  [131030, 'rejected wrong_setting whatsapp_wrong_setting'],
  [131031, 'halted account_stopped whatsapp_account_stopped'],
  [131037, 'halted wrong_setting whatsapp_wrong_setting'],
  [131042, 'halted payment_trouble whatsapp_payment_trouble'],
  [131044, 'halted payment_trouble whatsapp_payment_trouble'],
  [131045, 'halted number_unusable whatsapp_number_unusable'],
  [131047, 'rejected window_closed'],
  [131048, 'slow_down number 900000 wait whatsapp_spam_restriction'],
  [131049, 'rejected withheld'],
  [131050, 'rejected opted_out'],
  [131051, 'rejected not_for_this_kind'],
  [131052, 'rejected media_refused'],
  [131053, 'rejected media_refused'],
  [131055, 'rejected template_unusable whatsapp_template_unusable'],
  [131056, 'slow_down pair 1000 wait'],
  [131057, 'slow_down number 60000 wait'],
  [131062, 'rejected phone_wanted'],
  [131063, 'rejected template_unusable whatsapp_template_unusable'],
  [131064, 'slow_down account 900000 wait whatsapp_template_unusable'],
  [132000, 'rejected our_mistake whatsapp_template_unusable'],
  [132001, 'rejected template_unusable whatsapp_template_unusable'],
  [132005, 'rejected our_mistake whatsapp_template_unusable'],
  [132007, 'rejected our_mistake whatsapp_template_unusable'],
  [132008, 'rejected our_mistake whatsapp_template_unusable'],
  [132012, 'rejected our_mistake whatsapp_template_unusable'],
  [132015, 'rejected template_unusable whatsapp_template_unusable'],
  [132016, 'rejected template_unusable whatsapp_template_unusable'],
  [132018, 'rejected our_mistake whatsapp_template_unusable'],
  [132068, 'rejected flow_unusable whatsapp_request_refused'],
  [132069, 'rejected flow_unusable whatsapp_request_refused'],
  [133000, 'halted number_unusable whatsapp_number_unusable'],
  [133004, 'slow_down service 2000 wait'],
  [133005, 'halted number_unusable whatsapp_number_unusable'],
  [133006, 'halted number_unusable whatsapp_number_unusable'],
  [133008, 'halted number_unusable whatsapp_number_unusable'],
  [133009, 'halted number_unusable whatsapp_number_unusable'],
  [133010, 'halted number_unusable whatsapp_number_unusable'],
  [133015, 'halted number_unusable whatsapp_number_unusable'],
  [133016, 'halted number_unusable whatsapp_number_unusable'],
  [134100, 'rejected template_unusable whatsapp_template_unusable'],
  [134101, 'rejected template_unusable whatsapp_template_unusable'],
  [134102, 'rejected template_unusable whatsapp_template_unusable'],
  [135000, 'rejected our_mistake whatsapp_request_refused'],
  [137000, 'rejected identity_doubtful whatsapp_wrong_setting'],
  [139100, 'rejected our_mistake whatsapp_request_refused'],
  [139101, 'rejected our_mistake whatsapp_request_refused'],
  [139102, 'rejected our_mistake whatsapp_request_refused'],
  [139103, 'rejected our_mistake whatsapp_request_refused'],
  [2494100, 'slow_down number 60000 wait'],
];

const inWords = ({ outcome, consequence, alarm }: ReturnType<typeof classify>): string => {
  const waits = outcome.kind === 'slow_down' ? [outcome.scope, outcome.afterMs] : [];
  return [outcome.kind, ...waits, consequence, alarm].filter((part) => part !== undefined).join(' ');
};

describe("WhatsApp's codes", () => {
  it.each(CODES)('%d comes to: %s', (code, words) => {
    expect(inWords(judged(code))).toBe(words);
    expect(judged(code).outcome).toMatchObject({ code });
    expect(ruleOf(code)).toBeDefined();
  });

  it.each([199, 300, -1, 1.5, 999999])('%d is known to nobody', (code) => {
    expect(ruleOf(code)).toBeUndefined();
  });
});

describe('an answer', () => {
  it.each([
    ['500 with a code of their trouble was not sent', 500, 131000, 'slow_down service 2000 wait'],
    ['503 with their "try again later" was not sent', 503, 2, 'slow_down service 2000 wait'],
    ['500 without code may have been sent', 500, undefined, 'unknown unexpected'],
    ['504 of a gateway may have been sent', 504, undefined, 'unknown unexpected'],
    ['500 with a code that nobody knows may have been sent', 500, 999999, 'unknown unexpected'],
    ['408 may have been sent', 408, undefined, 'unknown unexpected'],
    ['429 slows the whole app down', 429, undefined, 'slow_down app 60000 wait'],
    ['429 slows the whole app down whatever its code', 429, 131056, 'slow_down app 60000 wait'],
    ['401 is about the token', 401, undefined, 'halted token_refused whatsapp_token_refused'],
    ['403 is about permission', 403, undefined, 'halted permission_missing whatsapp_permission_missing'],
    ['400 without code is refused', 400, undefined, 'rejected unexpected whatsapp_request_refused'],
    ['400 with a code that nobody knows is refused', 400, 999999, 'rejected unexpected whatsapp_request_refused'],
    ['404 is refused', 404, undefined, 'rejected unexpected whatsapp_request_refused'],
    ['302 came from somebody else', 302, undefined, 'slow_down service 2000 wait whatsapp_answer_unexpected'],
  ])('%s', (_, httpStatus, code, words) => {
    expect(inWords(judged(code, httpStatus))).toBe(words);
  });

  it('has the HTTP status for a code where it gave none', () => {
    expect(judged(undefined, 404).outcome).toEqual({ kind: 'rejected', code: 404 });
  });
});

describe('the wait before the next attempt', () => {
  it.each([
    ['pair', [1000, 4000, 16_000, 64_000, 256_000, 900_000, 900_000]],
    ['number', [5000, 10_000, 20_000, 40_000, 80_000, 160_000, 320_000]],
    ['app', [60_000, 120_000, 240_000, 480_000, 900_000, 900_000, 900_000]],
    ['service', [2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000]],
  ] as const)('grows for the %s with each attempt, up to fifteen minutes', (scope, waits) => {
    expect(waits.map((_, index) => waitMs(scope, index + 1, 0))).toEqual(waits);
  });

  it('is lengthened by chance by at most a quarter, never beyond fifteen minutes', () => {
    expect(waitMs('service', 1, 1)).toBe(2500);
    expect(waitMs('app', 9, 1)).toBe(900_000);
    expect(waitMs('pair', 0, 0)).toBe(1000);
    expect(waitMs('pair', 5000, 1)).toBe(900_000);
  });
});
