import type { Choice, Reply, ReplyDocument } from '#core/reply.ts';
import { formOf, isVisible } from './form.ts';
import { LIMITS } from './limits.ts';
import { oneLine, shorten, splitText, tidy } from './split.ts';

type Hint = (lang: Reply['lang']) => string;

const tidyChoice = ({ id, title, description }: Choice): Choice => {
  const line = description === undefined ? '' : oneLine(description);
  return { id, title: oneLine(title), ...(isVisible(line) ? { description: line } : {}) };
};

/** A title too long for a row begins there and stands in full below, where that place is free and it fits. */
const asRow = (choice: Choice, lang: Reply['lang']): Choice => {
  const { id, title, description } = choice;
  const fits = title.length <= LIMITS.rowTitle || description !== undefined || title.length > LIMITS.rowDescription;
  return fits ? choice : { id, title: shorten(title, LIMITS.rowTitle, lang), description: title };
};

const numberedLine = ({ title, description }: Choice, index: number): string =>
  [`${index + 1}. ${title}`.trimEnd(), ...(description === undefined ? [] : [description])].join(' – ');

/**
 * The choices as numbered lines below the body. Numbers follow the order given, also of choices that are
 * alike: `2` must mean what the conversation holds as the second.
 */
const asNumberedText = (reply: Reply, hint: string): string =>
  [reply.body, reply.choices.map(numberedLine).join('\n'), hint].filter(isVisible).join('\n\n');

const asTexts = (reply: Reply, text: string): readonly Reply[] =>
  splitText(text, LIMITS.textBody, reply.lang).map((body) => ({ ...reply, body, choices: [] }));

/** One reply without quotation, its body at most one text long. */
const fitEnding = (reply: Reply, hint: Hint): readonly Reply[] => {
  if (reply.choices.length === 0) return [reply];
  if (formOf(reply) !== 'text') return [reply];
  const list = {
    ...reply,
    choices: reply.choices.map((choice) => asRow(choice, reply.lang)),
    choicesLabel: shorten(reply.choicesLabel, LIMITS.listLabel, reply.lang),
  };
  return formOf(list) === 'text' ? asTexts(reply, asNumberedText(reply, tidy(hint(reply.lang)))) : [list];
};

/** Of several messages the first quotes, and what is announced in their place is announced once, with the first. */
const ledBy = ({ quotes, announcement }: Reply, parts: readonly Reply[]): readonly Reply[] =>
  parts.map((part, index) =>
    index === 0 ? { ...part, ...(announcement ? { announcement } : {}), ...(quotes ? { quotes } : {}) } : part,
  );

/**
 * A document takes words below it, and nothing to tap: what is too long for that goes before it, and its choices
 * after it, under the words that would open a list.
 */
const fitDocument = (reply: Reply, document: ReplyDocument, hint: Hint): readonly Reply[] => {
  const { quotes: _, announcement: __, document: ___, ...rest } = reply;
  const plain = { ...rest, choicesLabel: oneLine(reply.choicesLabel) };
  const [caption, ...before] = splitText(tidy(reply.body), LIMITS.caption, reply.lang).toReversed();
  const file: Reply = { ...plain, body: caption ?? '', choices: [], document: tidyDocument(document) };
  const words = before.toReversed().map((body): Reply => ({ ...plain, body, choices: [] }));
  const taps = reply.choices.length > 0 ? fitPlain({ ...plain, body: '' }, hint) : [];
  return ledBy(reply, [...words, file, ...taps]);
};

const tidyDocument = (document: ReplyDocument): ReplyDocument => {
  const { fileName, instead } = document;
  return { ...document, fileName: oneLine(fileName), ...(instead === undefined ? {} : { instead: tidy(instead) }) };
};

const fitOne = (reply: Reply, hint: Hint): readonly Reply[] =>
  reply.document ? fitDocument(reply, reply.document, hint) : fitPlain(reply, hint);

const fitPlain = (reply: Reply, hint: Hint): readonly Reply[] => {
  const { quotes: _, announcement: __, ...unled } = reply;
  const choices = reply.choices.map(tidyChoice);
  const choicesLabel = oneLine(reply.choicesLabel);
  const tidied = tidy(reply.body);
  const body = isVisible(tidied) ? tidied : choices.length > 0 ? choicesLabel : '';
  const parts = splitText(body, LIMITS.textBody, reply.lang);
  const ending: Reply = { ...unled, body: parts.at(-1) ?? '', choices, choicesLabel };
  const fitted = [
    ...parts.slice(0, -1).map((part): Reply => ({ ...unled, body: part, choices: [], choicesLabel })),
    ...fitEnding(ending, hint),
  ].filter((part) => isVisible(part.body));
  return ledBy(reply, fitted);
};

/**
 * Implements `Messenger.fit`: each reply that comes out renders to exactly one valid request. Up to 3 short
 * choices become buttons, up to 10 a list, any others numbered text; a body too long for one message becomes
 * several, of which the first quotes and the last has the choices; those of a document follow it. A reply that says
 * nothing and has no document is left out. Fitting what is fitted changes nothing.
 */
export const fit = (replies: readonly Reply[], numberedHint: Hint): readonly Reply[] =>
  replies.flatMap((reply) => fitOne(reply, numberedHint));
