import { LANGS } from '#core/language.ts';
import { speaksOfEssentials } from '#core/translation/essential.ts';
import { policyOf } from '#core/translation/policy.ts';

const languagesBy = (isEssential: boolean) => Object.groupBy(LANGS, (lang) => policyOf(lang, isEssential));

describe('a machine translation', () => {
  it('of times and places goes out by itself in the languages that machines know', () => {
    expect(languagesBy(false)).toEqual({
      free: ['en', 'es', 'ar', 'pt', 'vi', 'zh', 'uk', 'ru', 'fr'],
      check: ['ht', 'prs', 'ps', 'sw', 'so'],
    });
  });

  it('of what is essential needs a reader in most, and in some an interpreter', () => {
    expect(languagesBy(true)).toEqual({
      free: ['en', 'es', 'pt', 'fr'],
      check: ['ar', 'vi', 'zh', 'uk', 'ru'],
      interpreter: ['ht', 'prs', 'ps', 'sw', 'so'],
    });
  });
});

describe('an English reply', () => {
  it.each([
    'He was suspended for three days.',
    'The IEP meeting is on Monday.',
    'We would like to evaluate her for special education.',
    'You have the right to appeal.',
    'The nurse gave him his medication.',
    'Please sign the consent form.',
    'She needs 5 ML before lunch.',
    'Did anybody bully him? He was bullied.',
  ])('speaks of what is essential: %s', (text) => {
    expect(speaksOfEssentials(text)).toBe(true);
  });

  it.each([
    'Please come right now, the office is on the right.',
    'The bus is late, but it is all right.',
    'See you on Friday at 3 pm!',
    'Lunch costs $2.75.',
  ])('speaks of times and places: %s', (text) => {
    expect(speaksOfEssentials(text)).toBe(false);
  });
});
