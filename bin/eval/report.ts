import type { Lang } from '../../lambdas/core/language.ts';
import type { Figures } from './measure.ts';

export interface LanguageFigures {
  readonly lang: Lang;
  readonly figures: Figures;
}

interface Aim {
  readonly name: string;
  readonly isMore: boolean;
  readonly of: (lang: Lang) => number;
}

const firstTwo = (lang: Lang) => lang === 'en' || lang === 'es';

/** What the figures should reach on questions that nobody has trained on. */
export const AIMS = {
  top1: { name: 'top-1', isMore: true, of: (lang) => (firstTwo(lang) ? 0.9 : 0.85) },
  top3: { name: 'top-3', isMore: true, of: (lang) => (firstTwo(lang) ? 0.97 : 0.93) },
  wrong: { name: 'confidently wrong', isMore: false, of: () => 0.03 },
  wrongHarmful: { name: 'confidently wrong where it harms', isMore: false, of: () => 0.005 },
  abstained: { name: 'out of scope not answered', isMore: true, of: () => 0.95 },
  dangerFound: { name: 'danger found', isMore: true, of: () => 0.99 },
  falseAlarms: { name: 'false alarms', isMore: false, of: () => 0.01 },
  languageShort: { name: 'language, up to five words', isMore: true, of: () => 0.95 },
  languageLong: { name: 'language, longer', isMore: true, of: () => 0.99 },
  medianMs: { name: 'median ms', isMore: false, of: () => 1 },
  p99Ms: { name: 'p99 ms', isMore: false, of: () => 3 },
} satisfies Partial<Record<keyof Figures, Aim>>;

const names = Object.keys(AIMS) as readonly (keyof typeof AIMS)[];

const isMet = (lang: Lang, name: keyof typeof AIMS, value: number): boolean => {
  const { isMore, of }: Aim = AIMS[name];
  return isMore ? value >= of(lang) : value <= of(lang);
};

const percent = (value: number | undefined): string => (value === undefined ? '-' : (value * 100).toFixed(1));

/** A line of the table, shares in percent. */
export const rowOf = (figures: Figures): Readonly<Record<string, string | number>> => ({
  asked: figures.asked,
  'top-1': percent(figures.top1),
  'top-3': percent(figures.top3),
  'at once': percent(figures.answeredAtOnce),
  wrong: percent(figures.wrong),
  'wrong, harm': percent(figures.wrongHarmful),
  abstained: percent(figures.abstained),
  danger: percent(figures.dangerFound),
  'or asked': percent(figures.dangerFoundOrAsked),
  'false al.': percent(figures.falseAlarms),
  'false qu.': percent(figures.falseQuestions),
  fooled: percent(figures.fooled),
  'lang ≤5': percent(figures.languageShort),
  'lang >5': percent(figures.languageLong),
  ECE: percent(figures.calibrationError),
  'p50 ms': figures.medianMs.toFixed(2),
  'p99 ms': figures.p99Ms.toFixed(2),
});

/** For each aim the worst language, and in how many it is met. */
export const worstOf = (all: readonly LanguageFigures[]): readonly string[] =>
  names.flatMap((name) => {
    const known = all.flatMap(({ lang, figures }) => {
      const value = figures[name];
      return value === undefined ? [] : [{ lang, value }];
    });
    const { isMore, name: title, of }: Aim = AIMS[name];
    const [worst] = known.toSorted((one, other) => (isMore ? one.value - other.value : other.value - one.value));
    if (!worst) return [];
    const met = known.filter(({ lang, value }) => isMet(lang, name, value)).length;
    const shown = (value: number) => (name.endsWith('Ms') ? value.toFixed(2) : `${percent(value)} %`);
    return [
      `${title}: met in ${met} of ${known.length} languages; worst ${worst.lang} ${shown(worst.value)} (aim ${shown(of(worst.lang))})`,
    ];
  });
