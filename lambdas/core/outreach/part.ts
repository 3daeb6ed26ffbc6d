import type { Conversation } from '../conversation.ts';
import type { DecisionContext } from '../decision.ts';
import type { EventSpeaker } from '../opportunities/event-speaker.ts';
import type { Choice } from '../reply.ts';
import type { TemplateName } from './templates.ts';

/** What is needed to put something into words. */
export interface Writing {
  readonly conversation: Conversation;
  readonly context: DecisionContext;
  readonly said: EventSpeaker;
}

/** One thing that Homeroom writes of its own accord, in words. */
export interface Part {
  readonly text: string;
  readonly choices: readonly Choice[];
  /** What stands for several things to tap where more than this part is in a message. */
  readonly short: readonly Choice[];
  /** After this nobody needs to read it; absent where it may be read at any time. */
  readonly until?: number;
  readonly template: TemplateName;
  /** What the template has places for, in the language that it is written in. */
  readonly parameters: (said: EventSpeaker) => Readonly<Record<string, string>>;
  /** The opportunities that it tells of as something new. */
  readonly told?: readonly string[];
}
