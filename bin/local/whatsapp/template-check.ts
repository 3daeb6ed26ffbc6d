/** Checks a request for a template, and fills in what it has places for, as WhatsApp does. */
import {
  missing,
  noSuchTemplate,
  templateDisabled,
  templatePaused,
  wrongParameters,
  wrongParameterText,
} from './graph-error.ts';
import { isObject, type JsonObject } from './json-value.ts';
import type { Template } from './templates.ts';
import type { Content } from './world.ts';

const PLACE = /\{\{(\w+)\}\}/g;

const componentsOf = (asked: JsonObject): readonly JsonObject[] =>
  Array.isArray(asked.components) ? asked.components.filter(isObject) : [];

const parametersOf = (component: JsonObject | undefined): readonly JsonObject[] =>
  Array.isArray(component?.parameters) ? component.parameters.filter(isObject) : [];

/** What a quick reply sends back when tapped. */
const payloadOf = (asked: JsonObject): string => {
  const button = componentsOf(asked).find(({ type, sub_type: kind }) => type === 'button' && kind === 'quick_reply');
  const [parameter] = parametersOf(button);
  if (typeof parameter?.payload !== 'string') throw missing("Parameter 'payload' is mandatory for the quick reply");
  return parameter.payload;
};

const textOf = ({ type, text }: JsonObject): string => {
  if (type !== 'text' || typeof text !== 'string' || text === '') throw missing("Parameter 'text' is mandatory");
  if (/[\n\t]| {5,}/.test(text)) {
    throw wrongParameterText('Param text cannot have new-line/tab characters or more than 4 consecutive spaces');
  }
  return text;
};

/** The text with every place filled in by name. */
const filledIn = (text: string, asked: JsonObject): string => {
  const given = parametersOf(componentsOf(asked).find(({ type }) => type === 'body'));
  const places = new Set([...text.matchAll(PLACE)].map(([, name = '']) => name));
  if (given.length !== places.size) {
    throw wrongParameters(
      `body: number of localizable_params (${given.length}) does not match the expected number of params (${places.size})`,
    );
  }
  const byName = new Map(given.map((parameter) => [parameter.parameter_name, textOf(parameter)]));
  return text.replace(PLACE, (_, name: string) => {
    const filled = byName.get(name);
    if (filled === undefined) throw wrongParameters(`body: parameter ${name} is missing`);
    return filled;
  });
};

/** @throws GraphError where WhatsApp would refuse the template, or what is filled into it */
export const checkTemplate = (asked: JsonObject, approved: readonly Template[]): Content => {
  const language = isObject(asked.language) ? asked.language.code : undefined;
  if (typeof asked.name !== 'string') throw missing("Parameter 'name' is mandatory for type 'template'");
  if (typeof language !== 'string') throw missing("Parameter 'language' is mandatory for type 'template'");
  const template = approved.find((one) => one.name === asked.name && one.language === language);
  if (!template || template.status === 'REJECTED') throw noSuchTemplate(asked.name, language);
  if (template.status === 'PAUSED') throw templatePaused();
  if (template.status === 'DISABLED') throw templateDisabled();
  const { name, text, button, category } = template;
  const buttons = button === undefined ? [] : [{ id: payloadOf(asked), title: button }];
  return {
    ...{ kind: 'buttons', text: filledIn(text, asked), buttons, template: name },
    ...(category === 'MARKETING' && { isMarketing: true }),
  };
};
