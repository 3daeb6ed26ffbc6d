import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoWorld } from '../../bin/local/talk.ts';
import { type Played, playTalk, type Sent } from './support/play-talk.ts';
import { type Expected, fieldsOf, readTalk, type TalkFile } from './support/talk-file.ts';

const FOLDER = join(__dirname, 'talks');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
const talks = files.map((name) => ({ name, talk: readTalk(readFileSync(join(FOLDER, name), 'utf8')) }));

/** At most so many turns from what a family wants to the request sent, where nothing comes in between. */
const MOST_TURNS: Readonly<Record<string, number>> = {
  absence: 4,
  late: 4,
  early_pickup: 4,
  meeting: 6,
  message: 4,
};
/** What must be as told, and absent where it was not told. */
const EXACT = ['child', 'grade', 'days', 'time', 'parts', 'reason', 'subject'] as const;
const LANGUAGES = ['en', 'es', 'ar', 'pt', 'zh', 'vi', 'uk', 'prs'];

const wrongFields = ({ fields }: Expected, { request }: Sent): readonly string[] => {
  const sent = fieldsOf(request);
  return [
    ...EXACT.filter((name) => (sent[name] ?? '') !== (fields[name] ?? '')),
    ...Object.keys(fields).filter((name) => !(sent[name] ?? '').includes(fields[name] ?? '')),
  ];
};

const isRight = ({ expected }: TalkFile, { sent }: Played): boolean =>
  sent.length === expected.length &&
  expected.every((one, index) => {
    const made = sent[index];
    return made !== undefined && made.request.kind === one.kind && wrongFields(one, made).length === 0;
  });

/** Requests that went out with another child, or another day, than the family meant. */
const wrong = ({ expected }: TalkFile, { sent }: Played, field: 'child' | 'days'): number =>
  sent.filter(({ request }) => !expected.some(({ fields }) => (fields[field] ?? '') === fieldsOf(request)[field]))
    .length;

describe('sixty messy conversations in eight languages', () => {
  const played = new Map<string, Played>();
  const of = (name: string): Played => {
    const one = played.get(name);
    if (!one) throw new Error(`${name} was not played`);
    return one;
  };

  beforeAll(async () => {
    const world = demoWorld(Date.parse('2026-11-23T15:00:00Z'));
    for (const { name, talk } of talks) played.set(name, await playTalk(talk, world));
  });

  it('there are sixty, at least six in each language', () => {
    expect(talks).toHaveLength(60);
    for (const lang of LANGUAGES) {
      expect(files.filter((name) => name.startsWith(`${lang}-`)).length).toBeGreaterThanOrEqual(6);
    }
  });

  it('families tap only what was offered to them', () => {
    expect(talks.flatMap(({ name }) => of(name).notOffered.map((tap) => `${name}: ${tap}`))).toEqual([]);
  });

  it('nearly all end with the right request at the right person', () => {
    const others = talks.filter(({ name, talk }) => !isRight(talk, of(name))).map(({ name }) => of(name).read);

    // Read what went wrong before anything else.
    if (others.length > talks.length / 20) expect(others).toEqual([]);
    expect(1 - others.length / talks.length).toBeGreaterThanOrEqual(0.95);
  });

  it('no request is about another child', () => {
    expect(talks.filter(({ name, talk }) => wrong(talk, of(name), 'child') > 0)).toEqual([]);
  });

  it('no request is about another day', () => {
    expect(talks.filter(({ name, talk }) => wrong(talk, of(name), 'days') > 0)).toEqual([]);
  });

  it('straight ways are as short as they are promised', () => {
    const straight = talks.flatMap(({ name, talk }) =>
      talk.expected.flatMap(({ kind, turns }, index) =>
        turns === undefined ? [] : [{ name, kind, turns, made: of(name).sent[index]?.turns }],
      ),
    );
    expect(new Set(straight.map(({ kind }) => kind))).toEqual(
      new Set(['absence', 'early_pickup', 'meeting', 'message']),
    );
    for (const { kind, turns, made } of straight) {
      expect(made).toBe(turns);
      expect(turns).toBeLessThanOrEqual(MOST_TURNS[kind] ?? 0);
    }
  });

  it('what is sent names no language that the family does not speak', () => {
    const meetings = talks.flatMap(({ name }) => of(name).sent).filter(({ request }) => request.kind === 'meeting');
    for (const { request } of meetings) {
      if (request.lang === 'en') expect(request.details.interpreter).toBeUndefined();
      else expect(request.details.interpreter?.lang).toBe(request.lang);
    }
  });
});
