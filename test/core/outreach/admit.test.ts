import type { Conversation } from '#core/conversation.ts';
import { admit } from '#core/outreach/admit.ts';
import type { OutreachKind, TemplateState } from '#core/outreach/outreach.ts';
import { handoffWith, ownedBy, RIVERA } from '../support/given.ts';
import { NOW } from '../support/small-world.ts';
import { at, comingUp, DAY, family, following, HOUR, plan, ZONE } from './support/plan-world.ts';

const CONTEXT = { timeZone: ZONE, comingUp: comingUp() };
const ALL: readonly OutreachKind[] = ['correction', 'reminder', 'afterwards', 'news', 'digest', 'tip', 'survey'];
const REGULAR: readonly OutreachKind[] = ['digest', 'tip', 'survey'];
const agreed = family({ plans: [plan()], follows: following('digest', 'tip', 'survey', 'news') });
const so = (parts: Partial<Conversation>): Conversation => ({ ...agreed, ...parts });
const withTemplates = (templates: Record<string, TemplateState>) => ({ ...CONTEXT, comingUp: comingUp({ templates }) });
const state = (status: TemplateState['status'], category: TemplateState['category'] = 'utility') =>
  ({ status, category, at: 0 }) as const;

describe('the gate for all that Homeroom writes of its own accord', () => {
  it.each(ALL)('lets %s through by day, to a family that agreed', (kind) => {
    expect(admit(kind, agreed, NOW, CONTEXT)).toMatchObject({ send: 'now', by: 'template', language: 'en_US' });
    expect(admit(kind, so({ lastInboundAt: NOW - HOUR }), NOW, CONTEXT)).toEqual({ send: 'now', by: 'window' });
  });

  it.each(ALL)('never sends %s after STOP, or without consent', (kind) => {
    const stopped = so({ profile: { ...agreed.profile, consent: { status: 'stopped', at: NOW } } });
    expect(admit(kind, stopped, NOW, CONTEXT)).toEqual({ send: 'never', because: 'stopped' });
    expect(admit(kind, family({}), NOW, CONTEXT)).toEqual({ send: 'never', because: 'no_consent' });
  });

  it.each([
    ['20:00', '2026-11-24T02:00:00Z', '2026-11-24T14:00:00Z'],
    ['3:00', '2026-11-24T09:00:00Z', '2026-11-24T14:00:00Z'],
    ['7:59', '2026-11-24T13:59:59Z', '2026-11-24T14:00:00Z'],
    ['the night in which clocks go forward', '2027-03-14T06:00:00Z', '2027-03-14T13:00:00Z'],
    ['the night in which clocks go back', '2027-11-07T05:00:00Z', '2027-11-07T14:00:00Z'],
  ])('waits until the morning at %s', (_, now, morning) => {
    expect(admit('reminder', agreed, at(now), CONTEXT)).toEqual({ send: 'later', at: at(morning), because: 'quiet' });
  });

  it('leaves families alone on days of observance', () => {
    const observances = [{ name: 'a holy day', from: '2026-11-23', to: '2026-11-24' }];
    expect(admit('tip', agreed, NOW, { ...CONTEXT, comingUp: comingUp({ observances }) })).toEqual({
      send: 'later',
      at: at('2026-11-25T14:00:00Z'),
      because: 'quiet',
    });
  });

  it('drops what is of no use any more, now or when it could go out', () => {
    expect(admit('digest', agreed, NOW, CONTEXT, { until: NOW })).toEqual({ send: 'never', because: 'too_late' });
    const night = at('2026-11-24T03:00:00Z');
    const begins = (iso: string) => admit('reminder', agreed, night, CONTEXT, { until: at(iso) });
    expect(begins('2026-11-24T14:29:00Z')).toEqual({ send: 'never', because: 'too_late' });
    expect(begins('2026-11-24T14:30:00Z')).toMatchObject({ send: 'later', because: 'quiet' });
  });

  it('writes three times in seven days, and corrections always', () => {
    const full = so({ outreachSentAt: [NOW - 6 * DAY, NOW - 3 * DAY, NOW - DAY] });
    for (const kind of ALL.filter((one) => one !== 'correction')) {
      expect(admit(kind, full, NOW, CONTEXT)).toEqual({ send: 'later', at: NOW + DAY, because: 'too_many' });
    }
    expect(admit('correction', full, NOW, CONTEXT)).toMatchObject({ send: 'now' });
    expect(
      admit('reminder', so({ outreachSentAt: [NOW - 7 * DAY, NOW - 3 * DAY, NOW - DAY] }), NOW, CONTEXT),
    ).toMatchObject({
      send: 'now',
    });
  });

  it('leaves room for a reminder: two of digest, tip and survey in a week', () => {
    const { outreach } = agreed.profile;
    const regularAt = [NOW - 4 * DAY, NOW - DAY];
    const two = so({
      outreachSentAt: regularAt,
      profile: { ...agreed.profile, ...(outreach ? { outreach: { ...outreach, regularAt } } : {}) },
    });
    for (const kind of REGULAR) expect(admit(kind, two, NOW, CONTEXT)).toMatchObject({ because: 'too_many' });
    expect(admit('reminder', two, NOW, CONTEXT)).toMatchObject({ send: 'now' });
  });

  it('is silent while a person owns the conversation', () => {
    const owned = so({ handoff: ownedBy(RIVERA).handoff });
    for (const kind of ALL) expect(admit(kind, owned, NOW, CONTEXT)).toMatchObject({ send: 'later', because: 'owned' });
    expect(admit('digest', so({ handoff: handoffWith() }), NOW, CONTEXT)).toMatchObject({ send: 'now' });
  });

  it('sends no news to somebody who may be in danger', () => {
    const danger = so({ handoff: handoffWith({ danger: 'violence', isUrgent: true }) });
    for (const kind of ['news', ...REGULAR] as const) {
      expect(admit(kind, danger, NOW, CONTEXT)).toEqual({
        send: 'later',
        at: at('2026-11-24T14:00:00Z'),
        because: 'danger',
      });
    }
    expect(admit('reminder', danger, NOW, CONTEXT)).toMatchObject({ send: 'now' });
  });

  it.each([
    ['in the language of the family', {}, 'es'],
    ['in English where that is rejected', { 'event_reminder:es': state('rejected') }, 'en_US'],
    ['in English where that became marketing', { 'event_reminder:es': state('approved', 'marketing') }, 'en_US'],
  ])('uses the template %s', (_, templates, language) => {
    const spanish = family({ plans: [plan()] }, { lang: 'es' });
    expect(admit('reminder', spanish, NOW, withTemplates(templates))).toMatchObject({ by: 'template', language });
  });

  it('tries again tomorrow where no template can be sent, as long as it is of use', () => {
    const none = withTemplates({ 'event_reminder:en_US': state('paused') });
    expect(admit('reminder', agreed, NOW, none)).toEqual({ send: 'later', at: NOW + DAY, because: 'no_template' });
    expect(admit('reminder', agreed, NOW, none, { until: NOW + 5 * HOUR })).toEqual({
      send: 'never',
      because: 'too_late',
    });
  });
});
