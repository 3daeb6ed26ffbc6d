import { type Change, changesAmong } from './change.ts';

/** Medicines that schools meet, by all names that a translation may give them. */
const MEDICINES: readonly (readonly string[])[] = [
  ['ibuprofen', 'advil', 'motrin', 'nurofen'],
  ['acetaminophen', 'tylenol', 'paracetamol'],
  ['aspirin'],
  ['albuterol', 'salbutamol', 'ventolin', 'proair'],
  ['epinephrine', 'adrenaline', 'epipen', 'epi-pen', 'auvi-q'],
  ['insulin'],
  ['glucagon'],
  ['amoxicillin'],
  ['azithromycin'],
  ['penicillin'],
  ['diphenhydramine', 'benadryl'],
  ['cetirizine', 'zyrtec'],
  ['loratadine', 'claritin'],
  ['methylphenidate', 'ritalin', 'concerta'],
  ['amphetamine', 'adderall'],
  ['guanfacine', 'intuniv'],
  ['diazepam', 'diastat', 'valium'],
  ['midazolam'],
  ['prednisone', 'prednisolone'],
  ['fluticasone', 'flovent'],
  ['montelukast', 'singulair'],
  ['melatonin'],
  ['naloxone', 'narcan'],
  ['naproxen', 'aleve'],
  ['permethrin'],
  ['hydrocortisone', 'cortisone'],
  ['levetiracetam', 'keppra'],
  ['fluoxetine', 'prozac'],
  ['sertraline', 'zoloft'],
];

const UNITS: readonly (readonly string[])[] = [
  ['mg', 'milligram', 'milligrams'],
  ['mcg', 'microgram', 'micrograms', 'µg'],
  ['g', 'gram', 'grams'],
  ['ml', 'milliliter', 'milliliters', 'millilitre', 'millilitres', 'cc'],
  ['tablet', 'tablets', 'pill', 'pills', 'capsule', 'capsules'],
  ['puff', 'puffs', 'inhalation', 'inhalations', 'spray', 'sprays', 'breath', 'breaths', 'pump', 'pumps'],
  ['drop', 'drops'],
  ['teaspoon', 'teaspoons', 'tsp'],
  ['tablespoon', 'tablespoons', 'tbsp'],
  ['unit', 'units'],
];

const NAMES = new RegExp(`(?<![\\p{L}-])(?:${MEDICINES.flat().join('|')})(?![\\p{L}])`, 'giu');
const DOSE = new RegExp(
  `(?<![\\d.])(\\d+(?:[.,]\\d+)?|one|two|three|four|five|six|half)[ -]?(${UNITS.flat().join('|')})(?![\\p{L}])`,
  'giu',
);

const classOf = (classes: readonly (readonly string[])[], word: string): number =>
  classes.findIndex((names) => names.includes(word.toLowerCase()));

/** Whether a word is the name of a medicine that we know by other names too. */
export const isMedicine = (word: string): boolean => classOf(MEDICINES, word) >= 0;

/** The numbers of an English text that are doses, as they are written. */
export const doseWords = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(DOSE)].map(([, number = '']) => number));

const unitsOf = (text: string): readonly string[] => [...text.matchAll(DOSE)].map(([, , unit = '']) => unit);
const namesOf = (text: string): readonly string[] => [...text.matchAll(NAMES)].map(([name]) => name);

const classChanges = (
  classes: readonly (readonly string[])[],
  original: readonly string[],
  held: readonly string[],
  back: readonly string[],
): Change[] => {
  const isIn = (words: readonly string[], one: string) =>
    words.some((other) => classOf(classes, other) === classOf(classes, one));
  const wanted = original.map((words) => ({
    kind: 'medicine' as const,
    words,
    isInText: isIn(held, words),
    isInBack: isIn(back, words),
  }));
  return changesAmong(
    wanted,
    back.filter((words) => !isIn(original, words)),
    'medicine',
  );
};

/** Medicines and units of doses that are not the same, as the way back tells. */
export const medicineChanges = (original: string, text: string, back: string): Change[] => {
  const units = unitsOf(back);
  return [
    ...classChanges(MEDICINES, namesOf(original), namesOf(text), namesOf(back)),
    // A unit that is merely left out has been said in other words.
    ...(units.length === 0 ? [] : classChanges(UNITS, unitsOf(original), [], units)),
  ];
};
