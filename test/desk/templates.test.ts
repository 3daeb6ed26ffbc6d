import type { TemplateText, TemplateView } from '#contract/templates-api.ts';
import {
  aboutTemplate,
  examplesOf,
  reachOf,
  stateWords,
  unreached,
} from '../../desk/src/desk/pages/templates/template-words.ts';

const text = (parts: Partial<TemplateText> = {}): TemplateText => ({
  ...{ lang: 'es', code: 'es', body: 'Su plan: {{title}}.', button: 'Ver', gets: 'es', findings: [] },
  ...parts,
});
const template = (...texts: readonly TemplateText[]): TemplateView => ({
  ...{ name: 'event_reminder', parameters: ['title', 'other'], isWhole: true },
  texts: [...texts],
});
const { gets: _, ...unsendable } = text();

describe('a template in the words of staff', () => {
  it('is named by what it is for, one that is new by its name', () => {
    expect(aboutTemplate({ name: 'seat_free' })).toBe('There is a place for a family that was waiting');
    expect(aboutTemplate({ name: 'brand_new' })).toBe('brand_new');
  });

  it.each([
    [text(), 'Nothing heard: it is tried'],
    [text({ state: { status: 'approved', at: 1 } }), 'Approved'],
    [text({ state: { status: 'approved', category: 'utility', at: 1 } }), 'Approved'],
    [text({ state: { status: 'approved', category: 'marketing', at: 1 } }), 'Approved, but as marketing'],
    [text({ state: { status: 'missing', at: 1 } }), 'Not handed in, or deleted'],
    [{ ...text(), code: undefined }, 'WhatsApp has no code for this language'],
  ])('stands at Meta as %#', (given, words) => {
    expect(stateWords(given)).toBe(words);
  });

  it('reaches families in their language, in another, or not at all', () => {
    expect([text(), text({ gets: 'en' }), unsendable].map(reachOf)).toEqual(['own', 'other', 'none']);
    expect(unreached(template(text(), unsendable))).toEqual([unsendable]);
  });

  it('has an example for each place, which Meta asks for', () => {
    expect(examplesOf(template())).toEqual([
      { name: 'title', text: 'Family Night' },
      { name: 'other', text: 'other' },
    ]);
  });
});
