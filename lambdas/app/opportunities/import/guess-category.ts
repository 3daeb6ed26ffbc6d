import type { Category } from '#core/opportunities/opportunity.ts';

/** English words of titles, the most telling first: "Summer tutoring" is a summer program. */
const WORDS: readonly (readonly [Category, RegExp])[] = [
  ['family_night', /\b(?:family|literacy|math|science|stem|movie|game|reading|cultural|multicultural) night\b/],
  ['meal_form', /\b(?:meal|lunch) (?:form|application|benefits?)\b|\bfree and reduced\b/],
  ['financial_aid', /\b(?:fafsa|tasfa|financial aid|css profile)\b/],
  ['scholarship', /\bscholarships?\b/],
  ['registration', /\b(?:registration|enrollment|enrolment|lottery|sign-?ups? (?:opens?|due|deadline))\b/],
  ['english_class', /\b(?:esl|efl|ell class|english class(?:es)?|learn english|english for (?:parents|adults))\b/],
  ['adult_class', /\b(?:ged|hiset|adult (?:education|ed|class(?:es)?|diploma)|citizenship class(?:es)?)\b/],
  ['conference', /\bconferences?\b/],
  ['open_house', /\b(?:open house|back[- ]to[- ]school night|curriculum night|orientation|meet the teacher)\b/],
  ['summer_program', /\b(?:summer (?:school|program|camp|academy|learning|bridge)|camp)\b/],
  ['tutoring', /\b(?:tutor(?:ing|s)?|homework (?:help|club))\b/],
  ['after_school', /\bafter[- ]?school\b/],
  ['food', /\b(?:food (?:pantry|bank|box(?:es)?|distribution)|mobile (?:market|pantry)|free groceries)\b/],
  [
    'health',
    /\b(?:vaccin\w+|immuni[sz]ation|clinic|flu shots?|vision|dental|health (?:fair|day|screening)|screenings?)\b/,
  ],
  ['clothes_supplies', /\b(?:coat|clothing|clothes|backpack|school suppl(?:y|ies)|winter wear)\b/],
  [
    'parent_group',
    /\b(?:pta|pto|ptsa|elac|delac|parent (?:group|council|advisory|committee|meeting|cafe|café)|coffee with)\b/,
  ],
  [
    'parent_workshop',
    /\b(?:parent|family|caregiver)s?['’]? (?:workshop|university|academy|training|class)\b|\bworkshop\b/,
  ],
  ['performance', /\b(?:concert|recital|play|musical|performance|choir|band|orchestra|talent show|theater|theatre)\b/],
  ['game', /\b(?:game|vs\.?|versus|tournament|meet|match|homecoming)\b/],
  ['sports', /\b(?:tryouts?|practice|sports?|soccer|football|basketball|volleyball|baseball|softball|track|swim\w*)\b/],
  ['arts', /\b(?:art|arts|gallery|craft)\b/],
  ['library', /\b(?:library|story ?time|book (?:club|mobile))\b/],
  ['fair', /\b(?:fair|festival|carnival|expo|bazaar)\b/],
  ['volunteering', /\bvolunteers?(?:ing)?\b/],
];
/** What an event is by the English words of its title; `other` where they do not tell. */
export const guessCategory = (title: string): Category => {
  const words = title.toLowerCase();
  return WORDS.find(([, form]) => form.test(words))?.[0] ?? 'other';
};

const DEADLINE = /\b(?:deadlines?|due|last day (?:to|for)|(?:apply|register|enroll|sign up|submit|return) by)\b/i;

/** Whether a title tells of a moment until which something is to be done. */
export const isDeadline = (title: string): boolean => DEADLINE.test(title);
