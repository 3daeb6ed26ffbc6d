import type { LanguagePack } from '#core/content.ts';
import type { Lang } from '#core/language.ts';
import { readParty } from '#core/outreach/read-party.ts';
import { CONTENT } from '../support/small-world.ts';
import { eventWordsOf, WORDED } from './support/plan-world.ts';

const packOf = (lang: Lang): LanguagePack => ({ ...CONTENT.packs[lang], events: eventWordsOf(lang) });
const read = (lang: Lang, text: string) => readParty(text, [packOf(lang), WORDED.packs.en]);

describe('how many people come', () => {
  it.each<[Lang, string]>([
    ['en', '2 adults 3 kids'],
    ['en', '3 kids and two adults'],
    ['es', '2 adultos y 3 niños'],
    ['es', 'dos adultos y tres niños'],
    ['ar', '٢ بالغين و ٣ أطفال'],
    ['ht', '2 granmoun ak 3 timoun'],
    ['pt', '2 adultos e 3 crianças'],
    ['vi', '2 người lớn và 3 trẻ em'],
    ['zh', '2个大人3个孩子'],
    ['prs', '۲ بزرگسال و ۳ طفل'],
    ['ps', '۲ لویان او ۳ ماشومان'],
    ['uk', '2 дорослих і 3 дітей'],
    ['ru', '2 взрослых и 3 детей'],
    ['sw', 'watu wazima 2 na watoto 3'],
    ['so', '2 qof oo waaweyn iyo 3 carruur ah'],
    ['fr', '2 adultes et 3 enfants'],
    ['es', '2+3'],
    ['so', '2 adults 3 kids'],
  ])('is read in %s: "%s"', (lang, text) => {
    expect(read(lang, text)).toEqual({ adults: 2, children: 3 });
  });

  it.each<[string, number, number]>([
    ['me and 2 kids', 1, 2],
    ['1 adult', 1, 0],
    ['4', 1, 3],
    ['we are 5', 1, 4],
    ['0 adults 2 children', 0, 2],
  ])('is read from "%s"', (text, adults, children) => {
    expect(read('en', text)).toEqual({ adults, children });
  });

  it.each(['my whole family', 'yes', '1 2 3', 'can we come at 6 or will it be too late for the little ones'])(
    'is not read from "%s"',
    (text) => {
      expect(read('en', text)).toBeUndefined();
    },
  );
});
