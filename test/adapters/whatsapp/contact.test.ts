import { contactOf } from '#adapters/whatsapp/contact.ts';
import { numberId } from '#core/ids.ts';
import { IDENTITY_KEY, NUMBER, PHONE, USER_ID } from './samples.ts';

const number = numberId(NUMBER);
const known = contactOf(IDENTITY_KEY, number, { userId: USER_ID, phone: PHONE });

describe('the id of a contact', () => {
  it('is 32 hexadecimal digits that show neither user id nor phone number', () => {
    expect(known).toMatch(/^[0-9a-f]{32}$/);
    expect(contactOf(IDENTITY_KEY, number, { phone: PHONE })).not.toContain(PHONE);
  });

  it('stays the same whatever becomes of the phone number of somebody with a user id', () => {
    expect(contactOf(IDENTITY_KEY, number, { userId: USER_ID })).toBe(known);
    expect(contactOf(IDENTITY_KEY, number, { userId: USER_ID, phone: '12195555358' })).toBe(known);
  });

  it.each([
    ['another key', contactOf('another-identity-key', number, { userId: USER_ID })],
    ['another number of ours', contactOf(IDENTITY_KEY, numberId('277321005464405'), { userId: USER_ID })],
    ['another person', contactOf(IDENTITY_KEY, number, { userId: 'US.1' })],
    ['the phone number alone', contactOf(IDENTITY_KEY, number, { phone: PHONE })],
  ])('is different for %s', (_, other) => {
    expect(other).not.toBe(known);
  });

  it('does not exist for an address that names nobody', () => {
    expect(() => contactOf(IDENTITY_KEY, number, {})).toThrow('An address needs a user id or a phone number.');
  });
});
