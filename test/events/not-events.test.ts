import { eventWorld, familyOf, write } from './support/ask.ts';

const context = eventWorld();
const kindOf = (lang: 'en' | 'es' | 'ar' | 'zh' | 'pt' | 'uk' | 'so', text: string) =>
  write(familyOf('lincoln3', lang), text, context).taken?.kind;

describe('words that sound like an event and ask for something else', () => {
  it.each([
    ['en', 'what is free lunch?'],
    ['en', 'my son was hit in the game'],
    ['en', "report absence on Saturday's game"],
    ['en', 'I want to talk to the teacher'],
    ['en', 'I need a teacher meeting tomorrow'],
    ['en', 'is there school on saturday'],
    ['en', 'is there school tomorrow'],
    ['en', 'she got hurt playing football on friday'],
    ['en', 'my daughter will miss school friday for a soccer game'],
    ['en', 'how do i fill the fafsa without papers'],
    ['en', 'he was bullied at the summer camp'],
    ['en', 'she likes music'],
    ['es', 'hay clases el sabado?'],
    ['pt', 'tem aula amanha'],
    ['zh', '周六上学吗'],
    ['ar', 'في دوام يوم السبت؟'],
    ['uk', 'чи є уроки в суботу'],
    ['so', 'ma jiraa dugsi sabtida'],
  ] as const)('%s: %s', (lang, text) => {
    expect(kindOf(lang, text)).not.toBe('event');
  });

  it('danger beside a question for events is danger', () => {
    expect(kindOf('en', 'is there anything this saturday, my husband has a gun and will kill me')).toBe('danger');
  });
});
