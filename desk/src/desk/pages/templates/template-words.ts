/** Templates in the words of staff. Pure. */
import type { TemplateText, TemplateView } from '#contract/templates-api.ts';

/** What each template is for; one that is new since is shown by its name alone. */
const ABOUT: Readonly<Record<string, string>> = {
  event_reminder: 'A reminder of what the family plans to come to',
  event_cancelled: 'What the family planned is cancelled',
  event_moved: 'What the family planned has another time',
  seat_free: 'There is a place for a family that was waiting',
  event_after: 'How was it?',
  news_ready: 'News, a tip or questions that the family follows',
  notice_ready: 'News of something that the family asked the school for',
  answer_ready: 'Somebody at the school has answered',
};

export const aboutTemplate = ({ name }: Pick<TemplateView, 'name'>): string => ABOUT[name] ?? name;

const STATUS: Readonly<Record<NonNullable<TemplateText['state']>['status'], string>> = {
  approved: 'Approved',
  pending: 'Waits for Meta’s review',
  rejected: 'Rejected by Meta',
  paused: 'Paused by Meta',
  disabled: 'Disabled by Meta',
  missing: 'Not handed in, or deleted',
};

/** How a text stands at Meta. */
export const stateWords = ({ code, state }: TemplateText): string => {
  if (code === undefined) return 'WhatsApp has no code for this language';
  if (!state) return 'Nothing heard: it is tried';
  const isMarketing = state.category !== undefined && state.category !== 'utility';
  return isMarketing ? `${STATUS[state.status]}, but as ${state.category}` : STATUS[state.status];
};

/** What families of the language get now. `none`: nothing, so that nobody should count on it. */
export const reachOf = ({ lang, gets }: TemplateText): 'own' | 'other' | 'none' => {
  if (gets === undefined) return 'none';
  return gets === lang ? 'own' : 'other';
};

/** The languages in which families get nothing from a template. */
export const unreached = ({ texts }: TemplateView): readonly TemplateText[] =>
  texts.filter((text) => reachOf(text) === 'none');

/** Named places as Meta's manager wants them at handing in: with an example for each. */
const EXAMPLES: Readonly<Record<string, string>> = {
  title: 'Family Night',
  when: 'Thursday, December 3, 6:00 PM',
  where: 'Lincoln Elementary',
  school: 'Lincoln Elementary',
};
export const examplesOf = ({ parameters }: TemplateView): readonly { readonly name: string; readonly text: string }[] =>
  parameters.map((name) => ({ name, text: EXAMPLES[name] ?? name }));
