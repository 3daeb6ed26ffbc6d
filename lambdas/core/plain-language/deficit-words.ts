import type { Phrase } from './phrase.ts';

/**
 * Words that say what a child or family lacks, and words that say what is there or what would help. After "Asset-Based
 * Language Over Deficit-Based Language" (ICS Equity), the "Inclusive Language Guide" of The Chicago School and
 * "Strength-Based vs. Deficit-Based Language" (Tribal Youth Resource Center for the U.S. Office of Juvenile Justice) as far as
 * their public pages told in 2026-11; the substitutes are ours.
 */
const ENTRIES: readonly (readonly [forms: string, instead: string, reason: string])[] = [
  // Labels for children.
  ['at-risk|at risk|high-risk', 'who would do well with more support', 'it makes a danger out of a child'],
  [
    'low-performing|low performing|low achiever|underachiever|underachieving',
    'still learning this',
    'a result is not the child',
  ],
  [
    'struggling student|struggling learner|struggling reader',
    'a student who is learning to',
    'it names the trouble, not the child',
  ],
  [
    'struggles with|struggles to|is struggling with|struggling with',
    'is working on',
    'it names the trouble, not the way forward',
  ],
  ['slow learner|is slow|too slow', 'learns at their own pace', 'it compares children'],
  [
    'is behind|far behind|fallen behind|falling behind|falls behind',
    'not yet at grade level, and moving',
    'it says where a child is not',
  ],
  ['bad student|problem child|problem student|troublemaker', 'a child who had a hard day', 'a child is not a problem'],
  ['lazy|unmotivated', 'has not found what interests them yet', 'it guesses at reasons'],
  ['defiant|disobedient|oppositional', 'did not do what was asked', 'say what happened, not what the child is'],
  ['disruptive|disruptive behavior', 'talks or moves when others work', 'say what happened'],
  ['aggressive|violent child', 'hit or pushed', 'say what happened'],
  ['acting out|acts out|acted out', 'showed that something is hard', 'it guesses at reasons'],
  ['attention-seeking|attention seeking', 'asks for connection', 'it guesses at reasons'],
  ['manipulative', 'asks in many ways', 'it guesses at reasons'],
  ['hyper|out of control', 'has a lot of energy', 'it sounds like blame'],
  ['misbehaves|misbehaved|misbehaving|bad behavior', 'did not follow the rule', 'say which rule, and what happened'],
  ['low ability|incapable|unable to learn', 'learning step by step', 'it closes a door'],
  ['learning gap|achievement gap|gaps', 'what comes next to learn', 'it measures by what is missing'],
  ['learning loss', 'missed lessons', 'it measures by what is missing'],
  [
    'limited English|limited English proficient|poor English|broken English',
    'is learning English',
    'it counts a missing language, not those that are there',
  ],
  [
    "non-English speaker|non-English speaking|doesn't speak English|does not speak English|no English",
    'speaks another language and is learning English',
    'it counts a missing language, not those that are there',
  ],
  ['language barrier', 'we speak different languages; we can get an interpreter', 'it makes a wall of a language'],
  ['lacks|lack of|lacking', 'is building', 'it says what is not there'],
  ['deficient|deficiency|deficit', 'next step', 'it says what is not there'],
  // Fault-finding.
  ['fails to|failed to|failing to', 'has not yet', 'it sounds like blame'],
  [
    'refuses to|refused to|refusing to|refuses|refused',
    'did not want to',
    'it sounds like blame; there may be a reason',
  ],
  ["will not cooperate|won't cooperate|uncooperative", 'did not want to', 'there may be a reason'],
  ['failing|failure', 'not passing yet', 'a grade can still change'],
  ['you neglected to|neglected to|you forgot to', 'we have not received', 'it sounds like blame'],
  ['your fault|to blame', 'what we can do now', 'it sounds like blame'],
  ['you should have|you must understand', 'next time, please', 'it sounds like a reproach'],
  ['noncompliant|non-compliant|noncompliance', 'has not done it yet', 'it sounds like a police report'],
  ['an excuse|excuses|no excuse', 'reason', 'it doubts what the family says'],
  ['unacceptable|inexcusable', 'not safe, or against the rule', 'say which rule'],
  ['claims that|claimed that|claims to', 'says', 'it doubts what the family says'],
  ['admitted that|admits that|confessed', 'said', 'it sounds like a trial'],
  // Families and homes.
  ['broken home|broken family|broken families', 'family', 'families come in many shapes'],
  ['single mom|single mother|unwed mother|fatherless', 'parent', 'the form of a family is not the matter'],
  ['dysfunctional family|dysfunctional', 'a family under stress', 'it judges'],
  [
    'uninvolved parent|uninvolved|absent parent',
    'a parent we have not met yet',
    'work, distance and language keep people away',
  ],
  ['hard to reach|hard-to-reach', 'we have not found the best way to reach', 'it is on us to find the way'],
  ["parents don't care|do not care|don't care", 'we would like to hear from', 'it guesses at reasons'],
  [
    'low-income kids|low-income families|low-income|low income',
    'families who may get help with costs',
    'money does not describe a family',
  ],
  [
    'poor kids|poor families|poor family|needy|underprivileged|disadvantaged',
    'families who may get help with costs',
    'it describes people by what they lack',
  ],
  ['free lunch kid|free-lunch kid|free lunch kids', 'students who get school meals', 'it shames'],
  ['ghetto|inner-city|inner city|bad neighborhood', 'neighborhood', 'it judges a place and its people'],
  [
    'uneducated|illiterate|unschooled',
    'did not have the chance to go to school',
    'it judges; reading is one skill of many',
  ],
  ['uncivilized|backward|primitive|third world|third-world', 'their country', 'it judges a country'],
  // Where people come from.
  [
    'illegal alien|illegal aliens|illegal immigrant|illegal immigrants|illegal|illegals',
    'newcomer, or nothing at all',
    'no person is illegal, and schools do not ask',
  ],
  ['undocumented', 'newcomer, or nothing at all', 'schools do not ask about papers'],
  ['alien|aliens|foreigner|foreigners', 'newcomer', 'it makes strangers of people'],
  ['real American|normal kids|normal children|normal students', 'other students', 'it says that a child is not normal'],
  ['your people|those people|you people', 'families', 'it parts us from them'],
  ['weird', 'new to us', 'what is new to us is home to others'],
  ['minority students|minorities', 'students', 'name the group only where it matters'],
  // Disability, health, housing.
  ['handicapped|crippled', 'with a disability', 'the person comes first'],
  ['suffers from|afflicted with|victim of', 'has', 'it pities'],
  ['wheelchair-bound|confined to a wheelchair', 'uses a wheelchair', 'a chair helps to move'],
  ['mentally retarded|retarded', 'with an intellectual disability', 'it insults'],
  ['special needs', 'what your child needs to learn', 'say which help is meant'],
  ['crazy|insane|psycho', 'upset', 'it insults'],
  ['low-functioning|low functioning|high-functioning', 'needs help with', 'it ranks people'],
  [
    'homeless|homeless kid|homeless kids|the homeless',
    'without a home of their own at present',
    'it is where a family is, not who they are',
  ],
  ['obese|overweight', 'nothing at all', 'a body is no school matter'],
  ['damaged child|traumatized', 'has been through a lot', 'it sees only the wound'],
  ['bad parent|bad parents|poor parenting|parenting problem', 'we can think together', 'it blames'],
];

export const DEFICIT_WORDS: readonly Phrase[] = ENTRIES.map(([forms, instead, reason]) => ({
  forms: forms.split('|'),
  instead,
  reason,
}));
