import { ObservancesView, SurveyFigures, SurveyList, SurveyReach, SurveyView } from '#contract/outreach-api.ts';
import { contactId } from '#core/ids.ts';
import type { Lang } from '#core/language.ts';
import { NOW } from '../../core/support/small-world.ts';
import { HIGH } from './desk-requests.ts';
import { createDeskWorld, type DeskWorld } from './desk-world.ts';

const WEEK = 7 * 86_400_000;
const en = { question: 'Do letters come in your language?', answers: ['Always', 'Sometimes', 'Never'] };
const es = { question: '¿Las cartas llegan en español?', answers: ['Siempre', 'A veces', 'Nunca'] };

const draft = (parts: object = {}) => ({
  questions: [{ texts: { en, es } }],
  audience: { schools: ['high'], grades: [], languages: [] },
  closesAt: NOW + WEEK,
  ...parts,
});
const save = (desk: DeskWorld, person: string, survey: object, version = 0, id = 's1') =>
  desk.call(person, { method: 'PUT', path: `/v1/surveys/${id}`, json: { version, survey } });
const step = (desk: DeskWorld, person: string, to: string, version: number) =>
  desk.call(person, { method: 'POST', path: '/v1/surveys/s1/steps', json: { version, to } });
const saved = (desk: DeskWorld) =>
  desk.ask('lead', SurveyView, {
    ...{ method: 'PUT', path: '/v1/surveys/s1' },
    json: { version: 0, survey: draft() },
  });
const follows = (desk: DeskWorld, family: number, lang: Lang, schools: readonly string[] = ['high']) =>
  desk.outreach.saveOutreach({
    contact: contactId(String(family).padStart(32, '0')),
    number: HIGH,
    turn: 1,
    ...{ lang, schools, grades: ['9'], follows: ['survey'] },
  });
const whatOf = async (desk: DeskWorld) => (await desk.record.read(9)).items.map(({ by, what }) => `${by} ${what}`);

describe('a survey', () => {
  it('is made, changed, sent, stopped, gone on with and closed, and each of these is recorded', async () => {
    const desk = createDeskWorld();
    await saved(desk);
    expect((await save(desk, 'lead', draft({ questions: [{ texts: { en } }] }), 1)).status).toBe(200);
    for (const [version, to] of [
      [2, 'running'],
      [3, 'stopped'],
      [4, 'running'],
      [5, 'closed'],
    ] as const) {
      expect((await step(desk, 'lead', to, version)).status).toBe(200);
    }
    const { surveys } = await desk.ask('lead', SurveyList, { path: '/v1/surveys' });
    expect(surveys).toHaveLength(1);
    expect(surveys[0]).toMatchObject({ id: 's1', version: 6, state: 'closed', asked: 0, answered: 0, mayEdit: true });
    expect(await whatOf(desk)).toEqual([
      'lead survey_closed',
      'lead survey_started',
      'lead survey_stopped',
      'lead survey_started',
      'lead survey_saved',
      'lead survey_saved',
    ]);
  });

  it('that has been sent keeps its words, and one that is closed stays closed', async () => {
    const desk = createDeskWorld();
    await saved(desk);
    await step(desk, 'lead', 'running', 1);
    expect((await save(desk, 'lead', draft(), 2)).status).toBe(409);
    await step(desk, 'lead', 'closed', 2);
    expect((await step(desk, 'lead', 'running', 3)).status).toBe(409);
  });

  it('is not overwritten by whoever has not seen the last change', async () => {
    const desk = createDeskWorld();
    await saved(desk);
    expect((await save(desk, 'admin', draft())).status).toBe(409);
    expect((await step(desk, 'admin', 'running', 7)).status).toBe(409);
  });

  it.each([
    ['an agent', 'rivera', { audience: { schools: ['high'], grades: [], languages: [] } }, 403],
    ['a lead, to another school', 'lead', { audience: { schools: ['middle'], grades: [], languages: [] } }, 403],
    ['a lead, to the whole district', 'lead', { audience: { schools: [], grades: [], languages: [] } }, 403],
    ['an admin, to the whole district', 'admin', { audience: { schools: [], grades: [], languages: [] } }, 200],
    ['a lead, without English', 'lead', { questions: [{ texts: { es } }] }, 400],
    [
      'a lead, with four answers',
      'lead',
      { questions: [{ texts: { en: { ...en, answers: ['1', '2', '3', '4'] } } }] },
      400,
    ],
  ])('is for those who may: %s', async (_, person, parts, status) => {
    const desk = createDeskWorld();
    expect((await save(desk, person, draft(parts))).status).toBe(status);
    expect((await desk.districtStore.read()).surveys.length).toBe(status === 200 ? 1 : 0);
  });

  it('says before it is sent who would be asked, who is left out, how long it takes and what it costs', async () => {
    const desk = createDeskWorld();
    await Promise.all([
      ...[1, 2, 3].map((family) => follows(desk, family, 'es')),
      follows(desk, 4, 'en'),
      follows(desk, 5, 'ar'),
      follows(desk, 6, 'es', ['middle']),
    ]);
    await saved(desk);
    const reach = await desk.ask('lead', SurveyReach, { path: '/v1/surveys/s1/reach' });
    expect(reach).toEqual({
      ...{ families: 4, byLanguage: { en: 1, es: 3 }, withoutWords: { ar: 1 }, minutes: 1, notes: [] },
      // Four families, three messages each at 0.34 cents, rounded up.
      cents: 5,
    });
  });

  it('tells what may keep it from being delivered', async () => {
    const desk = createDeskWorld();
    const pushing = { question: 'FREE PIZZA!!! Do not miss it, only today. Are you coming?', answers: ['Yes', 'No'] };
    await save(desk, 'lead', draft({ questions: [{ texts: { en: pushing } }] }));
    const { notes } = await desk.ask('lead', SurveyReach, { path: '/v1/surveys/s1/reach' });
    expect(notes.length).toBeGreaterThan(0);
    expect(notes.join(' ')).toContain('like advertising');
  });

  it('shows how many said what, and no language of which fewer than five families answered', async () => {
    const desk = createDeskWorld();
    await saved(desk);
    await step(desk, 'lead', 'running', 1);
    const answer = (family: number, lang: Lang, value: number) =>
      desk.surveys.saveAnswers('s1', `family-${family}`, [value], lang);
    for (const family of [1, 2, 3, 4, 5]) await answer(family, 'es', family % 2);
    await answer(6, 'en', 2);
    await answer(7, 'ar', 2);
    const figures = await desk.ask('lead', SurveyFigures, { path: '/v1/surveys/s1/figures' });
    expect(figures).toEqual({
      answered: 7,
      questions: [{ answers: [2, 3, 2] }],
      byLanguage: { es: [{ answers: [2, 3, 0] }] },
      hiddenLanguages: 2,
    });
    await answer(8, 'es', 0);
    const alone = createDeskWorld();
    await saved(alone);
    await alone.surveys.saveAnswers('s1', 'family-1', [0], 'es');
    expect(await alone.ask('lead', SurveyFigures, { path: '/v1/surveys/s1/figures' })).toMatchObject({
      ...{ answered: 1, questions: [], byLanguage: {} },
    });
  });
});

describe('days on which families are not written to', () => {
  const put = (desk: DeskWorld, person: string, observances: readonly object[]) =>
    desk.call(person, { method: 'PUT', path: '/v1/observances', json: { observances } });
  const EID = { name: 'Eid al-Fitr', from: '2027-03-09', to: '2027-03-11' };

  it('are kept in order, and shown to all who see events', async () => {
    const desk = createDeskWorld();
    await put(desk, 'lead', [EID, { name: 'Día de los Muertos', from: '2026-11-02', to: '2026-11-02' }]);
    const shown = await desk.ask('rivera', ObservancesView, { path: '/v1/observances' });
    expect(shown.observances.map(({ name }) => name)).toEqual(['Día de los Muertos', 'Eid al-Fitr']);
    expect(shown.mayEdit).toBe(false);
    expect(await whatOf(desk)).toEqual(['lead observances_saved']);
  });

  it.each([
    ['one that ends before it begins', 'lead', [{ ...EID, to: '2027-03-01' }], 400],
    ['one of half a year', 'lead', [{ ...EID, to: '2027-09-01' }], 400],
    ['those of an agent', 'rivera', [EID], 403],
  ])('%s is refused', async (_, person, observances, status) => {
    const desk = createDeskWorld();
    expect((await put(desk, person, observances)).status).toBe(status);
    expect((await desk.districtStore.read()).observances).toEqual([]);
  });
});
