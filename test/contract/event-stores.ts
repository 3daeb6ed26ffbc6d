import type { DistrictStore } from '#app/district/ports.ts';
import type { Feed, OpportunityStore, SeatStore } from '#app/opportunities/ports.ts';
import type { OutreachSettingsStore, OutreachStore, StoredOutreach, SurveyStore } from '#app/outreach/ports.ts';
import { type ContactId, contactId, type NumberId, numberId } from '#core/ids.ts';
import { type OccurrenceRef, opportunityId } from '#core/opportunities/opportunity.ts';
import type { Seat } from '#core/opportunities/seats.ts';
import type { Survey } from '#core/outreach/outreach.ts';
import { opportunityWith } from '../app/opportunities/support/opportunities.ts';
import { NOW } from '../support/stored.ts';

/** All stores of what is coming up, over one table. */
export interface EventStores {
  readonly district: DistrictStore & OpportunityStore;
  readonly seats: SeatStore;
  readonly outreach: OutreachStore;
  readonly surveys: SurveyStore;
  readonly settings: OutreachSettingsStore;
}

const HOUR_MS = 3_600_000;
const LINCOLN = numberId('100000000000001');
const HIGH = numberId('100000000000002');
const family = (nr: number): ContactId => contactId(String(nr).padStart(32, '0'));

const FEED: Feed = {
  ...{ id: 'library', version: 1, name: 'Riverbend Library', url: 'https://library.example.org/events.ics' },
  ...{ schools: [], isTrusted: true, isActive: true, etag: 'W/"a1"', lookedAt: NOW },
  result: { outcome: 'changed', added: 3, changed: 0, cancelled: 0, problems: [{ line: 7, message: 'no DTSTART' }] },
};
const SURVEY: Survey = {
  ...{ id: 'lunch', version: 1, state: 'running', closesAt: NOW + HOUR_MS },
  questions: [{ texts: { es: { question: '¿Le gusta el almuerzo?', answers: ['Sí', 'No'] } } }],
  audience: { schools: [], grades: ['3'], languages: [] },
};
const REF: OccurrenceRef = { opportunity: opportunityId('reading'), occurrence: '2026-12-03T18:00' };
const seat = (nr: number, parts: Partial<Seat> = {}): Seat => ({
  ...{ contact: family(nr), number: LINCOLN, state: 'yes', party: { adults: 1, children: 2 }, lang: 'es', at: NOW },
  ...parts,
});
const stored = (nr: number, parts: Partial<StoredOutreach> = {}): StoredOutreach => ({
  ...{ contact: family(nr), number: LINCOLN, turn: 1, lang: 'es', schools: [], grades: ['3'], follows: [] },
  ...parts,
});

/** What the stores of what is coming up promise, wherever they are. @param make empty ones for each test */
export const describeEventStores = (name: string, make: () => Promise<EventStores>): void => {
  describe(name, () => {
    describe('the district', () => {
      it('gives opportunities, feeds, surveys and observances back to the letter, and counts each', async () => {
        const { district, surveys, settings } = await make();
        const list = { nr: 7, version: 1, opportunities: [opportunityWith('a', NOW), opportunityWith('b', NOW)] };
        const observances = [{ name: 'Eid', from: '2027-03-09', to: '2027-03-10' }];
        expect(await district.saveOpportunities(list)).toBe(true);
        expect(await district.saveFeed(FEED)).toBe(true);
        expect(await surveys.saveSurvey(SURVEY)).toBe(true);
        await settings.saveObservances(observances);

        const read = await district.read();
        expect(read).toMatchObject({ version: 4, opportunities: [list], feeds: [FEED], surveys: [SURVEY], broken: [] });
        expect(read.observances).toEqual(observances);
        expect(JSON.stringify(read.opportunities)).toBe(JSON.stringify([list]));
      });

      it('takes each only in the place of the version before it', async () => {
        const { district, surveys } = await make();
        const list = { nr: 0, version: 1, opportunities: [] };
        const results = await Promise.all([district.saveOpportunities(list), district.saveOpportunities(list)]);
        expect(results.filter(Boolean)).toHaveLength(1);
        expect(await district.saveOpportunities({ ...list, version: 3 })).toBe(false);
        expect(await district.saveFeed({ ...FEED, version: 2 })).toBe(false);
        await surveys.saveSurvey(SURVEY);
        expect(await surveys.saveSurvey(SURVEY)).toBe(false);
        expect(await surveys.saveSurvey({ ...SURVEY, version: 2, state: 'stopped' })).toBe(true);
        expect(await district.version(true)).toBe(3);
      });
    });

    describe('how templates stand', () => {
      it('is the newest word on status and on category, each for itself', async () => {
        const { district, settings } = await make();
        await settings.saveTemplateState('reminder:es', { status: 'approved', at: NOW });
        await settings.saveTemplateState('reminder:es', { category: 'marketing', at: NOW + 3 });
        await settings.saveTemplateState('reminder:es', { status: 'paused', at: NOW + 2 });
        await settings.saveTemplateState('reminder:es', { status: 'approved', at: NOW + 1 });
        await settings.saveTemplateState('moved:en', { category: 'utility', at: NOW });

        expect((await district.read()).templates).toEqual({
          'reminder:es': { status: 'paused', category: 'marketing', at: NOW + 3 },
          'moved:en': { status: 'approved', category: 'utility', at: NOW },
        });
      });

      it('counts what is news, and not what is known; the time of the same word moves on', async () => {
        const { district, settings } = await make();
        await settings.saveTemplateState('a:en', { status: 'approved', at: NOW });
        await settings.saveTemplateState('a:en', { status: 'approved', at: NOW + 5 });
        expect(await district.version(true)).toBe(1);
        await settings.saveTemplateState('a:en', { status: 'paused', at: NOW + 4 });
        expect((await district.read()).templates).toEqual({ 'a:en': { status: 'approved', at: NOW + 5 } });
      });
    });

    describe('a list of who comes', () => {
      it('begins empty, and is taken only in the place of the one before it', async () => {
        const { seats } = await make();
        expect(await seats.seats(REF)).toEqual({ version: 0, seats: [] });
        const results = await Promise.all([
          seats.saveSeats(REF, { version: 1, seats: [seat(1)] }),
          seats.saveSeats(REF, { version: 1, seats: [seat(2)] }),
        ]);
        expect(results.filter(Boolean)).toHaveLength(1);
        expect(await seats.saveSeats(REF, { version: 3, seats: [] })).toBe(false);
        expect(await seats.saveSeats(REF, { version: 2, seats: [seat(3, { family: 'f', cameAt: NOW })] })).toBe(true);
        expect(await seats.seats(REF)).toEqual({ version: 2, seats: [seat(3, { family: 'f', cameAt: NOW })] });
      });

      it('is one of those of its opportunity, and of no other that begins alike', async () => {
        const { seats } = await make();
        const later = { ...REF, occurrence: '2026-12-10T18:00' };
        await seats.saveSeats(later, { version: 1, seats: [seat(2)] });
        await seats.saveSeats(REF, { version: 1, seats: [seat(1)] });
        await seats.saveSeats({ ...REF, opportunity: opportunityId('reading2') }, { version: 1, seats: [] });
        expect(await seats.seatsOf(REF.opportunity)).toEqual([
          { occurrence: REF.occurrence, list: { version: 1, seats: [seat(1)] } },
          { occurrence: later.occurrence, list: { version: 1, seats: [seat(2)] } },
        ]);
      });
    });

    describe('whom Homeroom has something to write', () => {
      it('are those of a number whose time has come, the earliest first, at most so many', async () => {
        const { outreach } = await make();
        const at = (nr: number, dueAt: number, number: NumberId = LINCOLN) => stored(nr, { dueAt, number });
        const late = [at(1, NOW - 10), at(2, NOW - 30), at(3, NOW), at(4, NOW - 20)];
        for (const one of [...late, at(5, NOW + 1), at(6, NOW - 40, HIGH), stored(7, { follows: ['tip'] })]) {
          await outreach.saveOutreach(one);
        }
        const due = await outreach.outreachDue(LINCOLN, NOW, 50);
        expect(due).toEqual([at(2, NOW - 30), at(4, NOW - 20), at(1, NOW - 10), at(3, NOW)]);
        expect(await outreach.outreachDue(LINCOLN, NOW, 2)).toEqual(due.slice(0, 2));
      });

      it('are written by the newest turn, and gone where nothing is left or they are dropped', async () => {
        const { outreach } = await make();
        const due = () => outreach.outreachDue(LINCOLN, NOW, 50);
        await outreach.saveOutreach(stored(1, { turn: 5, dueAt: NOW }));
        await outreach.saveOutreach(stored(1, { turn: 4, dueAt: NOW - 5 }));
        await outreach.saveOutreach(stored(1, { turn: 4 }));
        expect(await due()).toEqual([stored(1, { turn: 5, dueAt: NOW })]);
        await outreach.saveOutreach(stored(1, { turn: 6 }));
        expect(await due()).toEqual([]);
        await outreach.saveOutreach(stored(2, { dueAt: NOW, follows: ['digest'] }));
        await outreach.dropOutreach(family(2));
        expect(await due()).toEqual([]);
        expect((await outreach.followers(LINCOLN, 5)).items).toEqual([]);
      });

      it('follow something in an order that never changes, page after page', async () => {
        const { outreach } = await make();
        for (const nr of [5, 3, 1, 4, 2]) await outreach.saveOutreach(stored(nr, { follows: ['survey'] }));
        await outreach.saveOutreach(stored(6, { dueAt: NOW }));
        await outreach.saveOutreach(stored(7, { follows: ['tip'], number: HIGH }));
        const found: ContactId[] = [];
        let cursor: string | undefined;
        do {
          const page = await outreach.followers(LINCOLN, 2, cursor);
          expect(page.items.length).toBeLessThanOrEqual(2);
          found.push(...page.items.map(({ contact }) => contact));
          cursor = page.cursor;
        } while (cursor !== undefined);
        expect(found).toEqual([1, 2, 3, 4, 5].map(family));
      });
    });

    describe('a survey', () => {
      it('goes out forward only: one of two who wrote how far it came is right', async () => {
        const { surveys } = await make();
        const campaign = { survey: 'lunch', number: LINCOLN, version: 1, cursor: 'a', asked: 3, isDone: false };
        expect(await surveys.campaign('lunch', LINCOLN)).toBeUndefined();
        const results = await Promise.all([surveys.saveCampaign(campaign), surveys.saveCampaign(campaign)]);
        expect(results.filter(Boolean)).toHaveLength(1);
        expect(await surveys.saveCampaign({ ...campaign, version: 3 })).toBe(false);
        expect(await surveys.saveCampaign({ ...campaign, number: HIGH })).toBe(true);
        expect(await surveys.campaign('lunch', LINCOLN)).toEqual(campaign);
      });

      it('counts a family once, with the most that it answered, and keeps its language', async () => {
        const { surveys } = await make();
        await surveys.saveAnswers('lunch', 'k1', [0], 'es');
        await surveys.saveAnswers('lunch', 'k1', [0, 2], 'es');
        await surveys.saveAnswers('lunch', 'k1', [0], 'es');
        await surveys.saveAnswers('lunch', 'k2', [1, 1], 'ar');
        await surveys.saveAnswers('other', 'k1', [3], 'en');
        await surveys.saveCampaign({ survey: 'lunch', number: LINCOLN, version: 1, asked: 2, isDone: true });
        expect(await surveys.answers('lunch')).toEqual([
          { answers: [0, 2], lang: 'es' },
          { answers: [1, 1], lang: 'ar' },
        ]);
        expect(await surveys.answers('nobody')).toEqual([]);
      });
    });
  });
};
