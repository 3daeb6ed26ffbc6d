import type { EventEdit, EventPreview } from '#contract/events-api.ts';
import { isolated } from '#core/bidi.ts';
import { type Lang, languageFacts, SOURCE_LANG } from '#core/language.ts';
import { eventCard } from '#core/opportunities/event-card.ts';
import { cardChoices } from '#core/opportunities/event-list.ts';
import { eventSpeaker } from '#core/opportunities/event-speaker.ts';
import type { Opportunity } from '#core/opportunities/opportunity.ts';
import { checkRight } from './access.ts';
import type { DeskPorts } from './desk-ports.ts';
import { eventFor, eventIdOf } from './events-access.ts';
import { eventFromEdit } from './events-from-edit.ts';
import { checkedState, isOver } from './events-view.ts';
import type { StaffMember } from './ports.ts';

const englishNames = new Intl.DisplayNames('en', { type: 'language' });

/** Why no family is told of it as it stands, or not in its language. */
const unseenWords = (event: Opportunity, lang: Lang, now: number): string[] => {
  const { status, texts } = event;
  const name = englishNames.of(lang) ?? lang;
  return [
    ...(status === 'cancelled' ? ['It is cancelled: only families who planned to come were told.'] : []),
    ...(status === 'published' && checkedState(event, now) !== 'checked'
      ? ['Nobody has checked it lately: families are not told of it until somebody does.']
      : []),
    ...(isOver(event, now) ? ['It is over: families are not told of it any more.'] : []),
    ...(texts[lang] ? [] : [`Nothing is written in ${name} yet: these families read what stands here instead.`]),
    ...(lang !== SOURCE_LANG && texts[lang]?.by === 'machine' ? [`Families are told that a machine wrote this.`] : []),
  ];
};

const NO_TIME = { key: 'none', startsAt: 0, endsAt: 0 };

const previewOf = ({ clock, content, district }: DeskPorts, event: Opportunity, lang: Lang): EventPreview => {
  const now = clock.now();
  const said = eventSpeaker(content, lang);
  const { schools, people } = district.known();
  const coming = event.occurrences.find(({ endsAt, isCancelled }) => endsAt > now && !isCancelled);
  const upcoming = { opportunity: event, occurrence: coming ?? event.occurrences.at(-1) ?? NO_TIME };
  const text = eventCard(upcoming, said, { now, directory: { schools, people } });
  const { dir } = languageFacts(lang);
  return {
    ...{ lang, dir, text: dir === 'rtl' ? isolated(text) : text },
    choices: cardChoices(upcoming, now, said).map(({ title }) => title),
    unseen: unseenWords(event, lang, now),
  };
};

/** The card of an event as a family reads it in its chat. */
export const previewStoredEvent = async (
  ports: DeskPorts,
  person: StaffMember,
  id: string,
  lang: Lang,
): Promise<EventPreview> => previewOf(ports, await eventFor(ports, person, id), lang);

/** The same of a form that has not been saved. Nothing is saved. */
export const previewEvent = async (
  ports: DeskPorts,
  person: StaffMember,
  { event: edit, lang }: { readonly event: EventEdit; readonly lang: Lang },
): Promise<EventPreview> => {
  checkRight(person, 'events');
  const as = { id: eventIdOf('preview'), version: 1, status: 'draft', source: { kind: 'desk' } } as const;
  return previewOf(ports, eventFromEdit(edit, as, undefined, ports.clock.now()), lang);
};
