import { join } from 'node:path';
import { LANGS } from '#core/language.ts';
import { lintPlanned, lintTemplate } from '#core/outreach/template-lint.ts';
import { readTemplates } from '../../../bin/content/templates.ts';

const ROOT = join(__dirname, '..', '..', '..');
const PLAIN = 'A reminder of what you planned: {{title}}. When: {{when}}. Tap the button for details.';
const lint = (body: string, button = 'Details') => lintTemplate({ body, button }, 'utility');
const rules = (body: string) => lint(body).map(({ rule }) => rule);

describe('a template', () => {
  it('about what the family planned is fine', () => {
    expect(lint(PLAIN)).toEqual([]);
  });

  it.each([
    ['begins with a place', '{{title}} is what you planned. Tap the button for details.', /begins/],
    ['ends with a place', 'A reminder of what you planned, with all that you need: {{title}}', /ends/],
    ['ends with a place and a full stop', 'A reminder of what you planned, with all: {{title}}.', /ends/],
    [
      'has two places side by side',
      'What you planned: {{title}} {{when}}. Tap the button for details.',
      /side by side/,
    ],
    ['has a place without a name', 'What you planned: {{}}. Tap the button for details.', /small letters/],
    ['has a name in capitals', 'What you planned: {{Title}}. Tap the button for details.', /small letters/],
    ['has too many places', 'On: {{a}}, {{b}}, {{c}}, {{d}} ok', /too many/],
    ['is too long', 'a'.repeat(1025), /1024/],
  ])('that %s is refused by Meta', (_, body, advice) => {
    expect(lint(body)).toEqual([{ severity: 'error', rule: 'form', advice: expect.stringMatching(advice) }]);
  });

  it('with more than 25 characters on its button is refused', () => {
    expect(lint(PLAIN, 'x'.repeat(26))).toMatchObject([{ severity: 'error', rule: 'form' }]);
    expect(lint(PLAIN, 'x'.repeat(25))).toEqual([]);
  });

  it.each(['marketing', 'authentication'] as const)(
    'counted as %s is not delivered in the United States',
    (category) => {
      const [finding] = lintTemplate({ body: PLAIN, button: 'Details' }, category);

      expect(finding).toMatchObject({ severity: 'error', rule: 'category' });
      expect(finding?.advice).toContain('United States');
    },
  );

  it('of ours is fine in every language', () => {
    const { languages, problems } = readTemplates(join(ROOT, 'lambdas', 'content'), ROOT);

    expect(problems).toEqual([]);
    expect(languages).toHaveLength(LANGS.length);
    for (const { words, source } of languages) {
      for (const [name, text] of Object.entries(words)) {
        expect([source.file, name, lintTemplate(text, 'utility')]).toEqual([source.file, name, []]);
      }
    }
  });
});

describe('words that Meta takes for promotion', () => {
  it.each([
    ['Get 20% off school supplies', 'offer'],
    ['Win a prize at the fair', 'offer'],
    ['Free gifts for the first 50 families', 'offer'],
    ['Gran sorteo de fin de año', 'offer'],
    ['Descuento en uniformes', 'offer'],
    ['Скидка на форму', 'offer'],
    ["Don't miss family night", 'pressure'],
    ['Last chance to register', 'pressure'],
    ['Limited spots for summer school', 'pressure'],
    ['¡No se lo pierda: feria de salud', 'pressure'],
    ['Join us for family night', 'invitation'],
    ['Register now for tutoring', 'invitation'],
    ['Family night!!', 'marks'],
    ['Family night 🎉', 'marks'],
    ['FREE PIZZA for all', 'marks'],
  ] as const)('"%s": %s', (text, rule) => {
    const { findings } = lintPlanned({ kind: 'reminder', text });

    expect(findings.map((finding) => finding.rule)).toContain(rule);
    expect(findings.every(({ severity, advice, found }) => severity === 'warning' && advice && found)).toBe(true);
    expect(rules(`${PLAIN} ${text}.`)).toContain(rule);
  });

  it.each([
    'Free dinner and childcare',
    'Parent-teacher conferences',
    'Noche de familia: comida gratis',
    'FAFSA workshop for parents of grade 12',
    'Health day: no ID asked',
    'Welcome to Lincoln!',
    'Ganadería y huertos: visita',
    '家长会',
    'اجتماع أولياء الأمور',
    'Reyinyon paran yo',
  ])('are not in "%s"', (text) => {
    expect(lintPlanned({ kind: 'news', text }).findings).toEqual([]);
  });
});

describe('a planned message', () => {
  it.each([
    ['reminder', 'event_reminder', true],
    ['correction', 'event_cancelled', true],
    ['afterwards', 'event_after', true],
    ['news', 'news_ready', false],
    ['digest', 'news_ready', false],
    ['tip', 'news_ready', false],
    ['survey', 'news_ready', false],
  ] as const)('of the kind %s goes out by %s outside the window', (kind, template, isFilledIn) => {
    expect(lintPlanned({ kind, text: 'Family night' })).toEqual({ template, isFilledIn, findings: [] });
  });
});
