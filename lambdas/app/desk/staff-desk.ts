import type { ActionRequest } from '#contract/desk-api.ts';
import type { ImportRequest } from '#contract/district-api.ts';
import type { ContactId, HandoffId } from '#core/ids.ts';
import type { Lang } from '#core/language.ts';
import { checkRight } from './access.ts';
import { act } from './act.ts';
import { readAttachment } from './attachment.ts';
import type { DeskPorts } from './desk-ports.ts';
import { type DirectorySearch, editPerson, readDirectory } from './directory.ts';
import { isEssentialMatter } from './essential.ts';
import type { MachineEnglish } from './machine-english.ts';
import { me } from './me.ts';
import { readMedia } from './media.ts';
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
import { exportDistrict, importFiles, previewFiles } from './tables.ts';
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
});

export type StaffDesk = ReturnType<typeof staffDesk>;
