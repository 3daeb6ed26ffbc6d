import { TemplatesView } from '#contract/templates-api.ts';
import { LANGS } from '#core/language.ts';
import { type TemplateState, templateKey } from '#core/outreach/outreach.ts';
import { NOW } from '../../core/support/small-world.ts';
import { createDeskWorld, type DeskWorld } from './desk-world.ts';

const ask = (desk: DeskWorld, person = 'lead') => desk.ask(person, TemplatesView, { path: '/v1/templates' });
const keep = async (
  desk: DeskWorld,
  language: string,
  state: Omit<TemplateState, 'at'>,
  name: string = 'event_reminder',
) => desk.districtStore.saveTemplateState(templateKey(name, language), { ...state, at: NOW });
const textOf = async (desk: DeskWorld, lang: string, name = 'event_reminder') =>
  (await ask(desk)).templates.find((one) => one.name === name)?.texts.find((text) => text.lang === lang);

describe('the templates at the desk', () => {
  it.each([
    ['rivera', 403],
    ['editor', 403],
    ['lead', 200],
    ['admin', 200],
  ])('%s gets %i', async (person, status) => {
    expect((await createDeskWorld().call(person, { path: '/v1/templates' })).status).toBe(status);
  });

  it('are all there in all languages, the notice of an answer too', async () => {
    const { templates } = await ask(createDeskWorld());

    expect(templates.map(({ name }) => name)).toEqual([
      ...['event_reminder', 'event_cancelled', 'event_moved', 'seat_free', 'event_after'],
      ...['news_ready', 'notice_ready', 'answer_ready'],
    ]);
    expect(templates.every(({ texts }) => texts.length === LANGS.length)).toBe(true);
    expect(templates[0]).toMatchObject({ parameters: ['title', 'when', 'where'], isWhole: true });
  });

  it('have the words and the code to hand them in, and nothing heard of them', async () => {
    const text = await textOf(createDeskWorld(), 'pt');

    expect(text).toMatchObject({ code: 'pt_BR', gets: 'pt' });
    expect(text?.body).toContain('{{title}}');
    expect(text).not.toHaveProperty('state');
  });

  it('of a language without a code of its own are another’s', async () => {
    const desk = createDeskWorld();

    expect(await textOf(desk, 'ht')).toMatchObject({ gets: 'fr' });
    expect(await textOf(desk, 'ht')).not.toHaveProperty('code');
    expect(await textOf(desk, 'so')).toMatchObject({ gets: 'en' });
  });

  it('that Meta has paused are shown so, with what families get instead', async () => {
    const desk = createDeskWorld();
    await keep(desk, 'es', { status: 'paused' });

    expect(await textOf(desk, 'es')).toMatchObject({ state: { status: 'paused', at: NOW }, gets: 'en' });
    expect(await textOf(desk, 'es', 'event_moved')).toMatchObject({ gets: 'es' });
  });

  it('that Meta counts as marketing are not delivered here, and that is said', async () => {
    const desk = createDeskWorld();
    await keep(desk, 'en_US', { status: 'approved', category: 'marketing' });
    const text = await textOf(desk, 'en');

    expect(text).not.toHaveProperty('gets');
    expect(text?.findings).toContainEqual({
      severity: 'error',
      advice: expect.stringContaining('not delivered to phones in the United States'),
    });
  });
});
