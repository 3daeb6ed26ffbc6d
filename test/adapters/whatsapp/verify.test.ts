import { MAX_WEBHOOK_BYTES } from '#adapters/whatsapp/limits.ts';
import { answerChallenge, verifySignature } from '#adapters/whatsapp/verify.ts';
import { sign } from './samples.ts';

const SECRET = 'current-app-secret';
const PREVIOUS = 'previous-app-secret';
const bytes = (text: string) => Buffer.from(text, 'utf8');
const BODY = '{"object":"whatsapp_business_account","entry":[]}';
const header = sign(BODY, SECRET);
const digits = header.slice('sha256='.length);

describe('the signature of a webhook', () => {
  it.each([
    ['plain ASCII', BODY],
    ['emoji and accents as they are', '{"body":"¿Mañana? 👩‍👩‍👧"}'],
    ['what Meta escapes: \\u00e4, \\ud83d\\ude00 and \\/', '{"body":"\\u00e4 \\ud83d\\ude00 https:\\/\\/x.org\\/"}'],
    ['upper-case escapes', '{"body":"\\u001B"}'],
    ['an empty body', ''],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
  ])('is right for %s', (_, body) => {
    const raw = typeof body === 'string' ? bytes(body) : body;
    expect(verifySignature(raw, sign(body, SECRET), [SECRET])).toBe(true);
  });

  it('is right for a body that came as base64 and was decoded', () => {
    expect(verifySignature(Buffer.from(bytes(BODY).toString('base64'), 'base64'), header, [SECRET])).toBe(true);
  });

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['digits of another secret', sign(BODY, 'somebody-else')],
    ['upper-case digits, which Meta never sends', `sha256=${digits.toUpperCase()}`],
    ['an upper-case name', `SHA256=${digits}`],
    ['a truncated one', header.slice(0, -1)],
    ['one digit too many', `${header}0`],
    ['the digits alone', digits],
    ['the legacy SHA-1 form', `sha1=${digits.slice(0, 40)}`],
    ['two headers that were joined', `${header},${header}`],
    ['a space before it', ` ${header}`],
    ['a line break after it', `${header}\n`],
    ['letters that are no hexadecimal', `sha256=${'g'.repeat(64)}`],
  ])('is refused with %s', (_, given) => {
    expect(verifySignature(bytes(BODY), given, [SECRET])).toBe(false);
  });

  it('is refused for a body that was parsed and written again', () => {
    const sent = '{"body":"\\u00e4\\/"}';
    const again = JSON.stringify(JSON.parse(sent));
    expect(verifySignature(bytes(again), sign(sent, SECRET), [SECRET])).toBe(false);
  });

  it('is refused when one byte of the body changed', () => {
    expect(verifySignature(bytes(BODY.replace('[]', '{}')), header, [SECRET])).toBe(false);
  });

  it.each([
    ['the current', [SECRET, PREVIOUS]],
    ['the previous', [PREVIOUS, SECRET]],
  ])('is right during a rotation when it was made with %s secret', (_, secrets) => {
    expect(verifySignature(bytes(BODY), header, secrets)).toBe(true);
  });

  it.each([
    ['no secret is set', [], sign(BODY, SECRET)],
    ['the only secret is empty, and it was made with the empty key', [''], sign(BODY, '')],
  ])('is refused when %s', (_, secrets, given) => {
    expect(verifySignature(bytes(BODY), given, secrets)).toBe(false);
  });

  it('is refused for a body over the largest that Meta sends, even where it is right', () => {
    const huge = Buffer.alloc(MAX_WEBHOOK_BYTES + 1, 0x20);
    const largest = huge.subarray(1);
    expect(verifySignature(huge, sign(huge, SECRET), [SECRET])).toBe(false);
    expect(verifySignature(largest, sign(largest, SECRET), [SECRET])).toBe(true);
  });
});

describe('the challenge of a subscription', () => {
  const query = { 'hub.mode': 'subscribe', 'hub.verify_token': 'token', 'hub.challenge': '1158201444' };

  it('is given back to who knows the token', () => {
    expect(answerChallenge(query, 'token')).toBe('1158201444');
  });

  it.each([
    ['the token is wrong', { 'hub.verify_token': 'tokem' }, 'token'],
    ['the token is longer', { 'hub.verify_token': 'token-and-more' }, 'token'],
    ['the token is missing', { 'hub.verify_token': undefined }, 'token'],
    ['no token is set and none is given', { 'hub.verify_token': '' }, ''],
    ['the mode is another', { 'hub.mode': 'unsubscribe' }, 'token'],
    ['the mode is missing', { 'hub.mode': undefined }, 'token'],
    ['the challenge is markup', { 'hub.challenge': '<script>' }, 'token'],
    ['the challenge is missing', { 'hub.challenge': undefined }, 'token'],
    ['the challenge ends in a line break', { 'hub.challenge': '12\n' }, 'token'],
    ['the challenge is endless', { 'hub.challenge': '1'.repeat(65) }, 'token'],
  ])('is not given back when %s', (_, change, token) => {
    expect(answerChallenge({ ...query, ...change }, token)).toBeUndefined();
  });
});
