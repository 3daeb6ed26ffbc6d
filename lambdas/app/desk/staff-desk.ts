import type { ActionRequest } from '#contract/desk-api.ts';
import type { ImportRequest } from '#contract/district-api.ts';
import type { EventsImportRequest } from '#contract/feeds-api.ts';
import type { Observances } from '#contract/outreach-api.ts';
import type { ContactId, HandoffId } from '#core/ids.ts';
import type { Lang } from '#core/language.ts';
import { checkRight } from './access.ts';
import { act } from './act.ts';
import { readAttachment } from './attachment.ts';
import type { DeskPorts } from './desk-ports.ts';
import { type DirectorySearch, editPerson, readDirectory } from './directory.ts';
import { isEssentialMatter } from './essential.ts';
import { type EventSearch, readEvent, readEvents } from './events.ts';
import { cancelEvent, checkEvent, editEvent } from './events-edit.ts';
import { readEventFigures } from './events-figures.ts';
import { readEventGaps } from './events-gaps.ts';
import { importEvents, previewEventsImport } from './events-import.ts';
import { readEventPeople } from './events-people.ts';
import { previewEvent, previewStoredEvent } from './events-preview.ts';
import { translateEventText } from './events-translate.ts';
import { listFeeds, lookNow, previewFeed, saveFeed } from './feeds.ts';
import type { MachineEnglish } from './machine-english.ts';
import { me } from './me.ts';
import { readMedia } from './media.ts';
import { readObservances, saveObservances } from './observances.ts';
import { listPeople, type PersonDraft, savePerson } from './people.ts';
import { readPhoneNumber } from './phone-number.ts';
import type { StaffMember } from './ports.ts';
import { previewReply } from './preview.ts';
import { exportQuestions, linkQuestions, readQuestions } from './questions.ts';
import { changesSince, queuePage } from './queue.ts';
import type { QueueView } from './queue-order.ts';
import { readRecord } from './record.ts';
import { closeSchool, editSchool, readDistrict } from './schools.ts';
import { readSummary } from './summary.ts';
import { readFigures, readReach } from './survey-figures.ts';
import { listSurveys, moveSurvey, saveSurvey } from './surveys.ts';
import { exportDistrict, importFiles, previewFiles } from './tables.ts';
import { readTemplates } from './templates.ts';
import { readThread } from './thread.ts';
import type { ThreadsSeen } from './threads-seen.ts';

/** The ports of the desk, and what it remembers between two requests. */
export type DeskWorld = DeskPorts & { readonly english?: MachineEnglish; readonly seen: ThreadsSeen };

/**
 * The desk as one person sees it. Every call checks what this person may see and do where the data is read; all
 * throw DeskError where they may not, and CursorError where a cursor belongs to another list.
 */
export const staffDesk = (world: DeskWorld, person: StaffMember) => ({
  me: () => me(world, person),
  queue: (view: QueueView, cursor?: string) => queuePage(world, person, view, cursor),
  changes: (since: number) => changesSince(world, person, since),
  thread: async (contact: ContactId, handoff: HandoffId, cursor?: string) => {
    const thread = await readThread(world, person, contact, handoff, cursor);
    await world.seen.record(person, contact, handoff);
    return thread;
  },
  phoneNumber: (contact: ContactId, handoff: HandoffId) => readPhoneNumber(world, person, contact, handoff),
  act: (contact: ContactId, handoff: HandoffId, request: ActionRequest) =>
    act(world, person, contact, handoff, request),
  preview: async ({
    text,
    lang,
    topic,
  }: {
    readonly text: string;
    readonly lang: Lang;
    readonly topic?: string | undefined;
  }) => {
    checkRight(person, 'conversations');
    const { content, translator } = world;
    return previewReply(translator ? { translator } : {}, {
      text,
      lang,
      isEssential: isEssentialMatter(content, { topic }),
    });
  },
  savedReplies: () => {
    checkRight(person, 'conversations');
    return { replies: world.savedReplies };
  },
  media: (contact: ContactId, turn: number, index: number) => readMedia(world, person, contact, turn, index),
  attachment: (contact: ContactId, turn: number, index: number, file: number) =>
    readAttachment(world, person, contact, turn, index, file),
  summary: (days: number) => readSummary(world, person, days),
  questions: (days: number) => readQuestions(world, person, days),
  link: (request: { readonly questions: readonly string[]; readonly topic: string }) =>
    linkQuestions(world, person, request),
  exportQuestions: (days: number) => exportQuestions(world, person, days),
  people: () => listPeople(world, person),
  savePerson: (id: string, draft: PersonDraft) => savePerson(world, person, id, draft),
  record: (cursor?: string) => readRecord(world, person, cursor),
  district: () => readDistrict(world, person),
  editSchool: (id: string, change: Parameters<typeof editSchool>[3]) => editSchool(world, person, id, change),
  closeSchool: (id: string, change: Parameters<typeof closeSchool>[3]) => closeSchool(world, person, id, change),
  directory: (search: DirectorySearch) => readDirectory(world, person, search),
  editPerson: (id: string, change: Parameters<typeof editPerson>[3]) => editPerson(world, person, id, change),
  previewImport: (request: ImportRequest) => previewFiles(world, person, request),
  import: (request: ImportRequest) => importFiles(world, person, request),
  exportDistrict: (which: { readonly format: string; readonly file: string }) => exportDistrict(world, person, which),
  surveys: () => listSurveys(world, person),
  saveSurvey: (id: string, change: Parameters<typeof saveSurvey>[3]) => saveSurvey(world, person, id, change),
  moveSurvey: (id: string, step: Parameters<typeof moveSurvey>[3]) => moveSurvey(world, person, id, step),
  surveyReach: (id: string) => readReach(world, person, id),
  surveyFigures: (id: string) => readFigures(world, person, id),
  templates: () => readTemplates(world, person),
  observances: () => readObservances(world, person),
  saveObservances: (all: Observances) => saveObservances(world, person, all),
  feeds: () => listFeeds(world, person),
  saveFeed: (id: string, change: Parameters<typeof saveFeed>[3]) => saveFeed(world, person, id, change),
  lookAtFeed: (id: string) => lookNow(world, person, id),
  previewFeed: (request: Parameters<typeof previewFeed>[2]) => previewFeed(world, person, request),
  previewEventsImport: (request: EventsImportRequest) => previewEventsImport(world, person, request),
  importEvents: (request: EventsImportRequest) => importEvents(world, person, request),
  events: (search: EventSearch) => readEvents(world, person, search),
  event: (id: string) => readEvent(world, person, id),
  editEvent: (id: string, change: Parameters<typeof editEvent>[3]) => editEvent(world, person, id, change),
  cancelEvent: (id: string, which: Parameters<typeof cancelEvent>[3]) => cancelEvent(world, person, id, which),
  checkEvent: (id: string, seen: Parameters<typeof checkEvent>[3]) => checkEvent(world, person, id, seen),
  eventPeople: (id: string, occurrence?: string) => readEventPeople(world, person, id, occurrence),
  eventFigures: (id: string) => readEventFigures(world, person, id),
  eventGaps: () => readEventGaps(world, person),
  previewEvent: (request: Parameters<typeof previewEvent>[2]) => previewEvent(world, person, request),
  previewStoredEvent: (id: string, lang: Lang) => previewStoredEvent(world, person, id, lang),
  translateEvent: (request: Parameters<typeof translateEventText>[2]) => translateEventText(world, person, request),
});

export type StaffDesk = ReturnType<typeof staffDesk>;
