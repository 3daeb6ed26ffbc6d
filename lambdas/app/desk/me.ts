import type { Me } from '#contract/desk-api.ts';
import { LANGS, type Lang, languageFacts, SOURCE_LANG } from '#core/language.ts';
import { policyOf } from '#core/translation/policy.ts';
import { checkRight, isAnswering } from './access.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { personView, refView } from './views.ts';

const englishNames = new Intl.DisplayNames('en', { type: 'language' });

const languageView = (lang: Lang) => ({
  lang,
  name: englishNames.of(lang) ?? lang,
  autonym: languageFacts(lang).autonym,
  dir: languageFacts(lang).dir,
  policy: policyOf(lang, false),
});

const shareSchool = (one: StaffMember, other: StaffMember) =>
  one.schools.some((school) => other.schools.includes(school));

/** What the page must know of who is there, before it shows anything. */
export const me = async (ports: DeskPorts, person: StaffMember): Promise<Me> => {
  checkRight(person, 'me');
  const { content, district, staff, translator, idleMinutes } = ports;
  const people = await staff.people();
  return {
    person: personView(person),
    schools: district.schools.filter(({ id }) => person.schools.includes(id)).map(({ id, name }) => ({ id, name })),
    languages: LANGS.map(languageView),
    translation: translator ? 'machine' : 'none',
    timeZone: district.timeZone,
    idleMinutes,
    topics: Object.values(content.packs[SOURCE_LANG].topics).map(({ id, title }) => ({ id, title })),
    colleagues: people
      .filter((other) => other.id !== person.id && isAnswering(other) && shareSchool(other, person))
      .map(refView),
  };
};
