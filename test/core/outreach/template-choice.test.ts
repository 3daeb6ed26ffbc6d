import fc from 'fast-check';
import { LANGS, type Lang, languageFacts } from '#core/language.ts';
import { type TemplateState, type TemplateStates, templateKey } from '#core/outreach/outreach.ts';
import { announcementFor, hasOwnTemplate, isUsable, usableTemplate } from '#core/outreach/template-choice.ts';
import { stateAfterRefusal } from '#core/outreach/template-refusal.ts';
import { TEMPLATES, type TemplateName } from '#core/outreach/templates.ts';

const AT = Date.parse('2026-11-24T12:00:00Z');
const STATUSES = ['approved', 'pending', 'rejected', 'paused', 'disabled', 'missing'] as const;
const state = (status: TemplateState['status'], category?: TemplateState['category']): TemplateState => ({
  status,
  at: AT,
  ...(category ? { category } : {}),
});
const states = (marks: Readonly<Record<string, TemplateState>>): TemplateStates =>
  Object.fromEntries(Object.entries(marks).map(([code, mark]) => [templateKey('event_reminder', code), mark]));
const words = (lang: Lang) => ({ title: `title ${lang}`, when: `when ${lang}`, where: `where ${lang}` });
const announced = (lang: Lang, marks: Readonly<Record<string, TemplateState>> = {}) =>
  announcementFor('event_reminder', lang, states(marks), words, 'ev:show:a:b');

describe('the template for a family', () => {
  it('is whole, has its parameters in their order, and our choice on its button', () => {
    expect(announced('es')).toEqual({
      template: 'event_reminder',
      language: 'es',
      choice: 'ev:show:a:b',
      parameters: [
        { name: 'title', text: 'title es' },
        { name: 'when', text: 'when es' },
        { name: 'where', text: 'where es' },
      ],
      isWhole: true,
    });
  });

  it('that says only that something is ready is not whole, and has no parameters where it has no place for any', () => {
    expect(announcementFor('notice_ready', 'vi', {}, () => ({}), 'read_answer')).toEqual({
      template: 'notice_ready',
      language: 'vi',
      choice: 'read_answer',
    });
  });

  it.each<readonly [Lang, Readonly<Record<string, TemplateState>>, string | undefined, Lang | undefined]>([
    ['es', {}, 'es', 'es'],
    ['pt', { pt_BR: state('approved', 'utility') }, 'pt_BR', 'pt'],
    ['ht', {}, 'fr', 'fr'],
    ['so', {}, 'en_US', 'en'],
    ['ps', {}, 'en_US', 'en'],
    ['prs', {}, 'prs_AF', 'prs'],
    ['es', { es: state('paused') }, 'en_US', 'en'],
    ['ht', { fr: state('approved', 'marketing') }, 'en_US', 'en'],
    ['ru', { ru: state('pending') }, 'en_US', 'en'],
    ['es', { es: state('missing'), en_US: state('disabled') }, undefined, undefined],
    ['en', { en_US: state('rejected') }, undefined, undefined],
    ['es', { ru: state('paused') }, 'es', 'es'],
  ])('who reads %s, where %j, is in %s, and so is what is filled in', (lang, marks, language, spoken) => {
    const found = announced(lang, marks);

    expect(found?.language).toBe(language);
    expect(found?.parameters?.[0]?.text).toBe(spoken && `title ${spoken}`);
  });

  it('of another name does not matter', () => {
    expect(usableTemplate('event_after', 'es', states({ es: state('paused') }))?.language).toBe('es');
  });

  it('is never one that cannot be sent, and never fills in a language that is not its own', () => {
    const code = fc.constantFrom('es', 'fr', 'en_US', 'pt_BR', 'ru', 'sw');
    const mark = fc.record(
      {
        status: fc.constantFrom(...STATUSES),
        category: fc.constantFrom<('utility' | 'marketing')[]>('utility', 'marketing'),
        at: fc.constant(AT),
      },
      { requiredKeys: ['status', 'at'] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...LANGS), fc.dictionary(code, mark), (lang, marks) => {
        const found = announced(lang, marks);
        if (!found) {
          const own = [languageFacts(lang).template, 'en_US'];
          expect(own.every((one) => !isUsable(marks[one]))).toBe(true);
          return;
        }
        expect(isUsable(marks[found.language])).toBe(true);
        const spoken = LANGS.filter(hasOwnTemplate).find((one) => languageFacts(one).template === found.language);
        expect(found.parameters).toEqual([
          { name: 'title', text: `title ${spoken}` },
          { name: 'when', text: `when ${spoken}` },
          { name: 'where', text: `where ${spoken}` },
        ]);
      }),
    );
  });
});

describe('the languages of templates', () => {
  it('three of ours have no code of their own at WhatsApp', () => {
    expect(LANGS.filter((lang) => !hasOwnTemplate(lang))).toEqual(['ht', 'ps', 'so']);
  });

  it('each code belongs to one language of ours', () => {
    const codes = LANGS.filter(hasOwnTemplate).map((lang) => languageFacts(lang).template);

    expect(new Set(codes).size).toBe(codes.length);
  });

  it('every template can be announced to every family as long as nothing bad has been heard of it', () => {
    const parameters = new Proxy({}, { get: () => 'x' });
    for (const name of Object.keys(TEMPLATES) as TemplateName[]) {
      for (const lang of LANGS) {
        expect(announcementFor(name, lang, {}, () => parameters as never, 'x')).toBeDefined();
      }
    }
  });
});

describe('a refusal of WhatsApp', () => {
  it.each([
    [132001, 'missing'],
    [132007, 'rejected'],
    [132015, 'paused'],
    [132016, 'disabled'],
    [132000, 'rejected'],
    [131047, undefined],
    [131049, undefined],
  ] as const)('with %i leaves the template %s', (code, status) => {
    expect(stateAfterRefusal(code, AT)).toEqual(status && { status, at: AT });
  });
});
