/** Checks an `interactive` message (reply buttons or a list) against WhatsApp's rules, in its error words. */
import { badParameter, missing, notValid, unsupportedType } from './graph-error.ts';
import { isObject, type JsonObject } from './json-value.ts';
import { LIMITS } from './limits.ts';
import type { Content } from './world.ts';

const objectAt = (parent: JsonObject, key: string): JsonObject => {
  const value = parent[key];
  if (value === undefined) throw missing(`Parameter '${key}' is mandatory for type 'interactive'`);
  if (!isObject(value)) throw badParameter(`Param interactive['${key}'] must be a JSON object.`);
  return value;
};

const arrayAt = (parent: JsonObject, key: string): JsonObject[] => {
  const value = parent[key];
  if (value === undefined) throw missing(`Parameter '${key}' is mandatory for type 'interactive'`);
  if (!Array.isArray(value) || !value.every(isObject)) throw badParameter(`Param ${key} must be an array of objects.`);
  return value;
};

/** `what` as WhatsApp names it, e.g. `Button title`. */
const textAt = (parent: JsonObject, key: string, what: string, max: number, min = 1): string => {
  const value = parent[key];
  if (value === undefined) throw missing(`${what} is missing`);
  if (typeof value !== 'string') throw badParameter(`Param ${key} must be a string.`);
  if (value.trim().length < min || value.length > max) {
    throw notValid(`${what} length invalid. Min length: ${min}, Max length: ${max}`);
  }
  return value;
};

const optionalTextAt = (parent: JsonObject, key: string, what: string, max: number) =>
  parent[key] === undefined ? {} : { [key]: textAt(parent, key, what, max) };

const refuseStrangers = (value: JsonObject, known: readonly string[], where: string) => {
  const stranger = Object.keys(value).find((key) => !known.includes(key));
  if (stranger !== undefined) throw badParameter(`Unexpected key "${stranger}" on param "${where}".`);
};

const refuseDuplicates = (values: readonly string[], what: string) => {
  if (new Set(values).size < values.length) throw notValid(`Duplicated ${what}`);
};

const frame = (interactive: JsonObject) => {
  refuseStrangers(interactive, ['type', 'header', 'body', 'footer', 'action'], 'interactive');
  const text = textAt(objectAt(interactive, 'body'), 'text', 'Body text', LIMITS.interactiveBody);
  const header = interactive.header === undefined ? undefined : objectAt(interactive, 'header');
  if (header && header.type !== 'text') throw unsupportedType('This stand-in knows text headers only.');
  const footer = interactive.footer === undefined ? undefined : objectAt(interactive, 'footer');
  return {
    text,
    ...(header && { header: textAt(header, 'text', 'Header text', LIMITS.header) }),
    ...(footer && { footer: textAt(footer, 'text', 'Footer text', LIMITS.footer) }),
  };
};

const checkButtons = (interactive: JsonObject): Content => {
  const framed = frame(interactive);
  const action = objectAt(interactive, 'action');
  refuseStrangers(action, ['buttons'], "interactive['action']");
  const entries = arrayAt(action, 'buttons');
  if (entries.length < 1 || entries.length > LIMITS.buttons) {
    throw notValid(`Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: ${LIMITS.buttons}`);
  }
  const buttons = entries.map((entry) => {
    if (entry.type !== 'reply') throw notValid("Invalid button type. It must be 'reply'");
    const reply = objectAt(entry, 'reply');
    return {
      id: textAt(reply, 'id', 'Button reply id', LIMITS.buttonId),
      title: textAt(reply, 'title', 'Button title', LIMITS.buttonTitle),
    };
  });
  refuseDuplicates(
    buttons.map((button) => button.id),
    'button reply ids',
  );
  refuseDuplicates(
    buttons.map((button) => button.title),
    'button titles',
  );
  return { kind: 'buttons', ...framed, buttons };
};

const checkRow = (row: JsonObject) => {
  refuseStrangers(row, ['id', 'title', 'description'], 'row');
  return {
    id: textAt(row, 'id', 'Row id', LIMITS.rowId),
    title: textAt(row, 'title', 'Row title', LIMITS.rowTitle),
    ...optionalTextAt(row, 'description', 'Row description', LIMITS.rowDescription),
  };
};

const checkSection = (section: JsonObject, isOnly: boolean) => {
  refuseStrangers(section, ['title', 'rows'], 'section');
  if (!isOnly && section.title === undefined) throw missing('Section title is mandatory when there is more than one');
  const rows = arrayAt(section, 'rows').map(checkRow);
  if (rows.length === 0) throw notValid('Section must have at least one row');
  return { ...optionalTextAt(section, 'title', 'Section title', LIMITS.sectionTitle), rows };
};

const checkList = (interactive: JsonObject): Content => {
  const framed = frame(interactive);
  const action = objectAt(interactive, 'action');
  refuseStrangers(action, ['button', 'sections'], "interactive['action']");
  const button = textAt(action, 'button', 'Button text', LIMITS.listButton);
  const entries = arrayAt(action, 'sections');
  if (entries.length < 1 || entries.length > LIMITS.sections) {
    throw notValid(`Invalid sections count. Min allowed sections: 1, Max allowed sections: ${LIMITS.sections}`);
  }
  const sections = entries.map((section) => checkSection(section, entries.length === 1));
  const rows = sections.flatMap((section) => section.rows);
  if (rows.length > LIMITS.rows) throw notValid(`Total row count exceed max allowed count: ${LIMITS.rows}`);
  refuseDuplicates(
    rows.map((row) => row.id),
    'row ids',
  );
  return { kind: 'list', ...framed, button, sections };
};

/** @throws GraphError with 100, 131008, 131009 or 131051. */
export const checkInteractive = (interactive: JsonObject): Content => {
  if (interactive.type === undefined) throw missing("Parameter 'type' is mandatory for type 'interactive'");
  if (interactive.type === 'button') return checkButtons(interactive);
  if (interactive.type === 'list') return checkList(interactive);
  throw unsupportedType('This stand-in knows the interactive types button and list.');
};
