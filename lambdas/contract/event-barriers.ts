/** What decides whether a family can come, and is easily forgotten. Pure. */
import type { Category, Form } from '#core/opportunities/opportunity.ts';

/** Each stands for a question that families have and do not ask. */
export const BARRIERS = ['where', 'cost', 'childcare', 'food', 'interpreters', 'ride', 'noId', 'contact'] as const;
export type Barrier = (typeof BARRIERS)[number];

/** What of an event is looked at: it is the same in a form and in what is stored. */
interface Described {
  readonly form: Form;
  readonly category: Category;
  readonly audience: 'children' | 'parents' | 'families';
  readonly place?: object | undefined;
  readonly link?: string | undefined;
  readonly isOnline?: boolean | undefined;
  readonly cost?: object | undefined;
  readonly childcare?: boolean | undefined;
  readonly food?: boolean | undefined;
  readonly interpreters: readonly string[];
  readonly interpreterOnRequest?: boolean | undefined;
  readonly ride?: boolean | undefined;
  readonly noIdAsked?: boolean | undefined;
  readonly contact?: object | undefined;
}

/** Where families have reason to fear that somebody asks for papers. */
const ASKS_PAPERS: readonly Category[] = [
  ...(['food', 'health', 'clothes_supplies', 'registration', 'meal_form', 'financial_aid'] as const),
  ...(['scholarship', 'english_class', 'adult_class', 'library'] as const),
];

/** Which questions make sense: nobody asks for a ride to a form on the web. */
const asked = (event: Described): readonly Barrier[] => {
  const isThere = event.form !== 'deadline' && event.isOnline !== true;
  const isForParents = isThere && event.audience !== 'children';
  return [
    ...(isThere ? (['where'] as const) : []),
    'cost',
    ...(isForParents ? (['childcare', 'food'] as const) : []),
    ...(event.audience === 'children' ? [] : (['interpreters'] as const)),
    ...(isThere ? (['ride'] as const) : []),
    ...(ASKS_PAPERS.includes(event.category) ? (['noId'] as const) : []),
    'contact',
  ];
};

const isSaid: Readonly<Record<Barrier, (event: Described) => boolean>> = {
  where: ({ place }) => place !== undefined,
  cost: ({ cost }) => cost !== undefined,
  childcare: ({ childcare }) => childcare !== undefined,
  food: ({ food }) => food !== undefined,
  interpreters: ({ interpreters, interpreterOnRequest }) =>
    interpreters.length > 0 || interpreterOnRequest !== undefined,
  ride: ({ ride }) => ride !== undefined,
  noId: ({ noIdAsked }) => noIdAsked !== undefined,
  contact: ({ contact }) => contact !== undefined,
};

/** What has not been said of an event and should be, the most decisive first. */
export const missingBarriers = (event: Described): readonly Barrier[] =>
  asked(event).filter((barrier) => !isSaid[barrier](event));
