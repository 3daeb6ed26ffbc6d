import * as z from 'zod/mini';
import type { Address } from '#core/inbound.ts';
import { listOf, optionalScalar } from './lenient.ts';

const PHONE = /^\+?(\d{5,20})$/;
/** Lenient on purpose: Meta gives `US.` and up to 128 letters and digits today, and may change its mind. */
const USER_ID = /^[\x21-\x7e]{1,256}$/;

const phoneOf = (value: string | undefined): string | undefined => PHONE.exec(value ?? '')?.[1];
const userIdOf = (value: string | undefined): string | undefined =>
  value !== undefined && USER_ID.test(value) ? value : undefined;

/** An address of what is usable of the two, or undefined where neither is. */
export const addressOf = (givenUserId: string | undefined, givenPhone: string | undefined): Address | undefined => {
  const userId = userIdOf(givenUserId);
  const phone = phoneOf(givenPhone);
  if (userId === undefined && phone === undefined) return undefined;
  return { ...(userId === undefined ? {} : { userId }), ...(phone === undefined ? {} : { phone }) };
};

const Card = z.object({ wa_id: optionalScalar, user_id: optionalScalar });

/** The `contacts` of a value: who is who in it. */
export const addressesIn = (contacts: unknown): readonly Address[] =>
  listOf(contacts)
    .map((raw) => z.safeParse(Card, raw).data)
    .map((card) => addressOf(card?.user_id, card?.wa_id))
    .filter((address) => address !== undefined);

/**
 * Who sent a message: what the message says, completed by the card in `contacts` that names the same person.
 * A card is never taken by its place, except where the message names nobody and there is just one card.
 */
export const senderOf = (
  message: { readonly from_user_id?: string | undefined; readonly from?: string | undefined },
  cards: readonly Address[],
): Address | undefined => {
  const named = addressOf(message.from_user_id, message.from);
  if (named === undefined) return cards.length === 1 ? cards[0] : undefined;
  const card =
    cards.find((one) => named.userId !== undefined && one.userId === named.userId) ??
    cards.find((one) => named.phone !== undefined && one.phone === named.phone);
  return { ...card, ...named };
};
