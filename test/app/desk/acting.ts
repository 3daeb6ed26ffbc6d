/** Acting on a conversation at the desk, in few words. */
import { ActionResult } from '#contract/desk-api.ts';
import type { Lang } from '#core/language.ts';
import { jsonOf } from './desk-requests.ts';
import { createDeskWorld, type DeskWorld } from './desk-world.ts';

/** Does something and gives its result; the API must have taken it. */
export const done = async (desk: DeskWorld, person: string, path: string, action: object, key?: string) => {
  const answer = await desk.act(person, path, action, key);
  expect([answer.status, answer.body]).toEqual([200, expect.any(String)]);
  return ActionResult.parse(jsonOf(answer));
};

/** A family that reads a language waits for a person. */
export const start = async (lang?: Lang) => {
  const desk = createDeskWorld();
  const { path, contact, id } = await desk.wants('a', undefined, lang);
  return { desk, path, contact, id };
};

/** A reply in English, unless said otherwise. */
export const reply = (parts: object = {}) => ({
  kind: 'reply',
  original: 'We see you soon.',
  text: 'We see you soon.',
  lang: 'en',
  translation: 'none',
  ...parts,
});
