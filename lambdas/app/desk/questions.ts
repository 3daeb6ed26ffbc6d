import type { UnansweredQuestion } from '#app/ports.ts';
import type { Questions } from '#contract/desk-api.ts';
import { type Content, topicOf } from '#core/content.ts';
import { contactId, type NumberId, numberId, topicId } from '#core/ids.ts';
import { SOURCE_LANG } from '#core/language.ts';
import { checkRight, numbersOf } from './access.ts';
import { DeskError, notFound } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import { groupQuestions } from './group-questions.ts';
import type { StaffMember } from './ports.ts';
import { recordThat } from './record.ts';
import { topicView } from './views.ts';

const DAY_MS = 86_400_000;
/** As many as somebody can look through; the newest of each number. */
export const MOST_QUESTIONS = 1000;
/** After linking, the questions of so many days are shown again. */
const DAYS_SHOWN = 30;

type Which = Pick<UnansweredQuestion, 'number' | 'at' | 'contact' | 'turn'>;

const idOf = ({ number, at, contact, turn }: Which): string => `${number}.${at}.${contact}.${turn}`;

const ID = /^(\d{5,20})\.(\d{1,16})\.([\w-]{1,64})\.(\d{1,9})$/;

const whichOf = (id: string, visible: readonly NumberId[]): Which => {
  const [, number = '', at, contact = '', turn] = ID.exec(id) ?? [];
  const which = { number: numberId(number), at: Number(at), contact: contactId(contact), turn: Number(turn) };
  if (!visible.includes(which.number)) throw notFound('question');
  return which;
};

const questionView = (
  content: Content,
  question: UnansweredQuestion,
): Questions['groups'][number]['questions'][number] => {
  const { text, lang, at, candidates, linked } = question;
  const topic = linked && (topicView(content, linked) ?? { id: linked, title: linked });
  return {
    ...{ id: idOf(question), text, lang, at },
    candidates: candidates.flatMap((id) => topicView(content, id) ?? []),
    ...(topic ? { linked: topic } : {}),
  };
};

const questionsFor = async ({ handoffs, district, clock }: DeskPorts, person: StaffMember, days: number) => {
  const since = clock.now() - days * DAY_MS;
  const lists = await Promise.all(
    numbersOf(district, person).map((number) => handoffs.questions(number, since, MOST_QUESTIONS)),
  );
  return lists.flat().sort((one, other) => other.at - one.at);
};

/** Questions of the last days that the bot could not answer, of the schools of somebody, grouped. */
export const readQuestions = async (ports: DeskPorts, person: StaffMember, days: number): Promise<Questions> => {
  checkRight(person, 'questions');
  const groups = groupQuestions(await questionsFor(ports, person, days));
  return {
    groups: groups.map(({ key, questions }) => ({
      key,
      questions: questions.map((question) => questionView(ports.content, question)),
    })),
  };
};

/**
 * Writes down which topic questions belong to. Done again it changes nothing.
 * @throws DeskError where the topic is not there, or a question belongs to another school
 */
export const linkQuestions = async (
  ports: DeskPorts,
  person: StaffMember,
  { questions, topic }: { readonly questions: readonly string[]; readonly topic: string },
): Promise<Questions> => {
  checkRight(person, 'questions');
  if (!topicOf(ports.content, SOURCE_LANG, topic)) {
    throw new DeskError('bad_request', 'There is no such topic any more. Load the page again.');
  }
  const visible = numbersOf(ports.district, person);
  const which = questions.map((id) => whichOf(id, visible));
  await recordThat(ports, person, 'questions_linked');
  // A question that has expired in between is gone from the page with the next answer.
  await Promise.all(
    which.map(({ number, at, contact, turn }) =>
      ports.handoffs.linkQuestion(number, at, contact, turn, topicId(topic)),
    ),
  );
  return readQuestions(ports, person, DAYS_SHOWN);
};

/** A cell of a table that no spreadsheet takes for a formula (OWASP, "CSV Injection", 2026-11), on one line. */
const cell = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return /^[=+\-@|%]/.test(line) ? `'${line}` : line;
};

/** The questions that were linked, as training questions: language, topic, question. */
export const exportQuestions = async (ports: DeskPorts, person: StaffMember, days: number): Promise<string> => {
  checkRight(person, 'questions');
  const questions = await questionsFor(ports, person, days);
  await recordThat(ports, person, 'questions_exported');
  const rows = questions.flatMap(({ lang, linked, text }) => (linked === undefined ? [] : [[lang, linked, text]]));
  return [['lang', 'topic', 'question'], ...rows].map((row) => `${row.map(cell).join('\t')}\n`).join('');
};
