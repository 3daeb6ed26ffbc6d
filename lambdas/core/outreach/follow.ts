import { EVENT_CHOICE } from '../opportunities/event-choices.ts';
import { CATEGORIES, type Category } from '../opportunities/opportunity.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { answered, consentTo, eventSpeakerOf } from './answer-plan.ts';
import { FOLLOWS, type Follow, type Outreach, type Wish } from './outreach.ts';
import { outreachOf } from './plans.ts';

/** What can be followed by a tap; news follow from a wish. */
const OFFERED = ['digest', 'tip', 'survey'] as const;
const MOST_WISHES = 8;
const MOST_TOLD = 40;

const isFollow = (value: string): value is Follow => (FOLLOWS as readonly string[]).includes(value);
const isCategory = (value: string): value is Category => (CATEGORIES as readonly string[]).includes(value);

const following = (input: StepInput, follow: Follow, words: string): Outreach => {
  const outreach = outreachOf(input.conversation);
  // What was agreed to first stands: the same tap again changes nothing.
  const consent = outreach.follows[follow] ?? consentTo(words, input);
  return { ...outreach, follows: { ...outreach.follows, [follow]: consent } };
};

/** "Send me news": what there is, to tap. */
export const follow = (input: StepInput): StepResult => {
  const said = eventSpeakerOf(input);
  const { follows } = outreachOf(input.conversation);
  const open = OFFERED.filter((one) => !follows[one]);
  return answered(input, 'follow', said.says('followAsk'), [
    ...open.map((one) => said.choice(EVENT_CHOICE.followOne(one), one)),
    ...(Object.keys(follows).length > 0 ? [said.choice(EVENT_CHOICE.unfollow, 'stopFollowing')] : []),
  ]);
};

/** The family agrees to one of them. */
export const followOne = (input: StepInput, value: string): StepResult => {
  if (!isFollow(value)) return follow(input);
  const said = eventSpeakerOf(input);
  const words = `${value}On` as const;
  return answered(
    input,
    'follow',
    said.says(words, { stop: said.says('howToStop') }),
    [said.choice(EVENT_CHOICE.list, 'comingUp'), said.choice(EVENT_CHOICE.unfollow, 'stopFollowing')],
    { outreach: following(input, value, words) },
  );
};

/** "Tell me when": of what there is, only what the family has seen is not told again. */
export const tellMe = (input: StepInput, value: string): StepResult => {
  const said = eventSpeakerOf(input);
  const category = isCategory(value) ? value : undefined;
  const words = category ? 'wishKept' : 'newsOn';
  const outreach = following(input, 'news', words);
  const wish: Wish = { ...(category ? { category } : {}), at: input.context.now };
  const others = outreach.wishes.filter((one) => one.category !== category);
  const shown = (input.conversation.eventTalk?.shown ?? []).map(({ opportunity }) => opportunity);
  return answered(
    input,
    'follow',
    said.says(words, {
      ...(category ? { category: said.words.categories[category] } : {}),
      stop: said.says('howToStop'),
    }),
    [said.choice(EVENT_CHOICE.list, 'comingUp'), said.choice(EVENT_CHOICE.followOne('digest'), 'digest')],
    {
      outreach: {
        ...outreach,
        wishes: [...others, wish].slice(-MOST_WISHES),
        told: [...new Set([...outreach.told, ...shown])].slice(-MOST_TOLD),
      },
    },
  );
};

/** "Stop the news": all that comes without being asked for ends; reminders of what the family plans for do not. */
export const unfollow = (input: StepInput): StepResult => {
  const said = eventSpeakerOf(input);
  const outreach = outreachOf(input.conversation);
  const surveys = outreach.surveys.map(({ isOwed: _, ...taken }) => taken);
  return answered(
    input,
    'follow',
    said.says('followOff'),
    [said.choice(EVENT_CHOICE.list, 'comingUp'), said.choice(EVENT_CHOICE.follow, 'digest')],
    { outreach: { ...outreach, follows: {}, wishes: [], surveys } },
  );
};
