import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isLang, type Lang } from '#core/language.ts';
import { findEvents } from '#core/opportunities/find-events.ts';
import type { Opportunity } from '#core/opportunities/opportunity.ts';
import { readSearch } from '#core/opportunities/read-search.ts';
import { NOW } from '../core/support/small-world.ts';
import { cardsOf, eventWorld, familyOf, write } from './support/ask.ts';
import { childrenOf, DIRECTORY } from './support/families.ts';
import { OPPORTUNITIES, TIME_ZONE } from './support/opportunities.ts';

interface Request {
  readonly lang: Lang;
  readonly as: string;
  readonly text: string;
  /** The opportunity whose card comes first, or `nothing`. */
  readonly want: string;
}

const LANGUAGES = ['en', 'es', 'ar', 'zh', 'vi', 'pt', 'uk', 'so'];
const FOLDER = join(__dirname, 'requests');

const requestsIn = (file: string, lang?: string): readonly Request[] =>
  (parse(readFileSync(join(FOLDER, file), 'utf8')) as Request[]).map((one) => {
    const written = { ...one, lang: one.lang ?? lang };
    if (!isLang(written.lang)) throw new Error(`${file}: "${one.text}" has no language`);
    return written;
  });

const MAIN = LANGUAGES.flatMap((lang) => requestsIn(`${lang}.yaml`, lang));
/** Nothing was tuned on these. */
const HELD_OUT = requestsIn('held-out.yaml');
const ALL = [...MAIN, ...HELD_OUT];

/** Whether a family may be shown an opportunity at all, said here once more and in other words. */
const mayBeShown = ({ as, lang }: Request, { status, checked, schools, occurrences, form, languages }: Opportunity) => {
  const own = childrenOf(as, lang).map(({ school }) => school);
  const isToCome = occurrences.some(
    ({ startsAt, endsAt, isCancelled }) => !isCancelled && (form === 'event' ? startsAt : endsAt) > NOW,
  );
  const isOwn = schools.length === 0 || own.length === 0 || schools.some((school) => own.includes(school));
  const isTheirs = languages.length === 0 || languages.includes(lang);
  return status === 'published' && checked !== undefined && checked.on > '2026-05-27' && isToCome && isOwn && isTheirs;
};

describe('two hundred requests in eight languages', () => {
  const context = eventWorld();
  const shown = new Map<Request, readonly string[]>();
  const firstOf = (request: Request) => shown.get(request)?.[0] ?? 'nothing';
  const missed = (requests: readonly Request[]) =>
    requests.filter((one) => firstOf(one) !== one.want).map((one) => `${one.lang}: ${one.text} → ${firstOf(one)}`);

  beforeAll(() => {
    for (const request of ALL) {
      const family = familyOf(request.as, request.lang);
      shown.set(request, cardsOf(family, write(family, request.text, context)));
    }
  });

  it('there are two hundred, and each language has its share', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(200);
    expect(HELD_OUT.length).toBeGreaterThanOrEqual(60);
    for (const lang of LANGUAGES) expect(ALL.filter((one) => one.lang === lang).length).toBeGreaterThanOrEqual(24);
  });

  it('the first card is the right one for nearly all', () => {
    const others = missed(ALL);

    // Read what went wrong before anything else.
    if (others.length > ALL.length / 20) expect(others).toEqual([]);
    expect(1 - others.length / ALL.length).toBeGreaterThanOrEqual(0.95);
  });

  it('no card is past, unchecked, cancelled, or of a school that the family has nothing to do with', () => {
    const byId = new Map(OPPORTUNITIES.map((one) => [one.id as string, one]));
    const wrong = ALL.flatMap((request) =>
      (shown.get(request) ?? [])
        .filter((id) => {
          const opportunity = byId.get(id);
          return !opportunity || !mayBeShown(request, opportunity);
        })
        .map((id) => `${request.text}: ${id}`),
    );

    expect(wrong).toEqual([]);
  });

  it('the words alone lead there for nearly all', () => {
    const read = ALL.filter(({ lang, as, text, want }) => {
      const children = childrenOf(as, lang);
      const { packs } = context.content;
      const world = { pack: packs[lang], english: packs.en, now: NOW, timeZone: TIME_ZONE };
      const said = readSearch(text, { ...world, children, directory: DIRECTORY });
      const found = said ? findEvents(said.search, OPPORTUNITIES, { now: NOW, children, lang }) : [];
      return said !== undefined && (found[0]?.opportunity.id ?? 'nothing') === want;
    });

    expect(read.length / ALL.length).toBeGreaterThanOrEqual(0.95);
  });
});
