/** What a sentence allows or demands. */
const LEAVES = ['cannot', 'needNot', 'must', 'can'] as const;
type Leave = (typeof LEAVES)[number];
export type Permissions = Readonly<Record<Leave, number>>;

/** Looked for in this order, each in what the ones before have left. */
const PATTERNS: Readonly<Record<Leave, RegExp>> = {
  needNot:
    /\b(?:(?:do|does|did)(?:n't| not)(?: \w+)? (?:have to|need|require)|(?:is|are|am|was|were)(?:n't| not)(?: \w+)? (?:required|obliged|obligated|necessary|mandatory|needed|compelled|compulsory)|not (?:required|obliged|obligated|necessary|mandatory|needed)|no need|need(?:n't| not)|optional|voluntary)\b/gi,
  cannot:
    /\b(?:can ?not|can't|(?:could|may|might|must|should)(?: not|n't)|mustn't|(?:is|are|am|was|were|be)(?:n't| not| never| no longer)(?: \w+)? (?:allowed|permitted|able|authorized|possible|supposed)|(?:will|would)(?: not|n't| never) be (?:able|allowed|permitted|possible)|won't be (?:able|allowed)|not (?:allowed|permitted|able|possible)|unable|impossible|forbidden|prohibited)\b/gi,
  must: /\b(?:must|(?:have|has|had) to|needs? to|should|ought|required?|obliged|obligated|mandatory|necessary|compulsory|supposed)\b/gi,
  can: /\b(?:can|could|may|might|able|allowed|permitted|possible|welcome to)\b/gi,
};
const ORDER = ['needNot', 'cannot', 'must', 'can'] as const satisfies readonly Leave[];
/** The month. */
const MAY = /\bMay\b(?= \d|,)|(?<=\d )May\b|\bMay\b(?<=\b(?:in|of|by|until|and|to) May)/g;

/** What an English text in plain form allows and demands. */
export const permissionsOf = (text: string): Permissions => {
  let rest = text.replace(MAY, ' ');
  const counts = { cannot: 0, needNot: 0, must: 0, can: 0 };
  for (const leave of ORDER) {
    rest = rest.replace(PATTERNS[leave], () => {
      counts[leave] += 1;
      return ' ';
    });
  }
  return counts;
};

/** One became the other: what merely vanished may be said as a request, and is no change. */
const TURNS: readonly (readonly [Leave, Leave])[] = [
  ['cannot', 'can'],
  ['can', 'cannot'],
  ['cannot', 'must'],
  ['must', 'cannot'],
  ['needNot', 'must'],
  ['must', 'needNot'],
  ['needNot', 'cannot'],
  ['cannot', 'needNot'],
  ['must', 'can'],
  ['can', 'must'],
];

/** Whether something allowed became forbidden or demanded, or the other way round. */
export const permissionDiffers = (one: Permissions, other: Permissions): boolean =>
  TURNS.some(([from, to]) => one[from] > other[from] && other[to] > one[to]);
