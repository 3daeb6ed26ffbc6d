import { isSavedReply } from '#app/desk/find-saved-reply.ts';

const replies = [
  {
    id: 'pick-up',
    title: 'Early pick-up',
    fields: ['child', 'time'],
    isReviewed: true,
    texts: {
      en: 'Yes, {child} can leave at {time} (today). Tell {child}.\n\nSee you.',
      es: 'Sí, {child} puede salir a las {time}.',
    },
  },
  { id: 'ok', title: 'OK', fields: [], isReviewed: true, texts: { en: 'All is well.' } },
];

describe('a text is a saved reply', () => {
  it.each([
    ['en', 'All is well.'],
    ['en', 'Yes, Amina can leave at 1:30 p.m. (today). Tell Amina.\n\nSee you.'],
    ['es', 'Sí, Núria-José O’Hara puede salir a las 13:30.'],
  ] as const)('with its fields filled in: %s %s', (lang, text) => {
    expect(isSavedReply(replies, lang, text)).toBe(true);
  });

  it.each([
    ['in another language', 'es', 'All is well.'],
    ['in a language that it does not have', 'so', 'All is well.'],
    ['with a word more', 'en', 'All is well. Not.'],
    ['with a word less', 'en', 'All is'],
    ['with an empty field', 'es', 'Sí,  puede salir a las .'],
    ['with different words in the same field', 'en', 'Yes, Amina can leave at 1 (today). Tell Ben.\n\nSee you.'],
    ['with a letter of ours in a field', 'es', 'Sí, a\nb puede salir a las 1.'],
    ['with a field that goes on for ever', 'es', `Sí, ${'a'.repeat(3000)} puede salir a las 1.`],
    ['where a sign stands for something', 'en', 'Yes, Amina can leave at 1 today. Tell Amina.\n\nSee you.'],
  ] as const)('but not %s', (_what, lang, text) => {
    expect(isSavedReply(replies, lang, text)).toBe(false);
  });

  it('also where a language has the name of something that every object has', () => {
    expect(isSavedReply(replies, 'constructor' as 'en', 'x')).toBe(false);
  });
});
