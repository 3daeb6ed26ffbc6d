/** The fields of a school that are a line of text, by group, with what stands beside them. */
import type { FactName } from '#core/facts.ts';

interface TextField<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'tel' | 'url';
  /** The district's fact that stands in where the field is empty. */
  readonly fact?: FactName;
}

const own = <const Fields extends readonly TextField<string>[]>(fields: Fields) => fields;

const ADDRESS_FIELDS = own([
  { name: 'name', label: 'Name', hint: 'As families know it.' },
  { name: 'address', label: 'Address', hint: 'Street, number, city.' },
]);

const PHONE_FIELDS = own([
  { name: 'officePhone', label: 'Office', type: 'tel', fact: 'officePhone' },
  {
    name: 'attendanceLine',
    label: 'Attendance line',
    type: 'tel',
    hint: 'Where families say that a child is absent.',
    fact: 'attendanceLine',
  },
  { name: 'nursePhone', label: 'Nurse', type: 'tel', fact: 'nursePhone' },
  { name: 'busDesk', label: 'Bus desk', type: 'tel', fact: 'busDesk' },
]);

const LINK_FIELDS = own([
  { name: 'calendarLink', label: 'Calendar', type: 'url', fact: 'calendarLink' },
  { name: 'closingsLink', label: 'Closings', type: 'url', fact: 'closingsLink' },
  { name: 'mealFormLink', label: 'Meal form', type: 'url', fact: 'mealFormLink' },
  {
    name: 'appName',
    label: 'App',
    hint: 'The app by which the school writes to families, such as “ParentSquare”.',
    fact: 'appName',
  },
]);

const HELP_FIELDS = own([
  {
    name: 'interpreterRequest',
    label: 'Interpreter',
    hint: 'Where families ask for one: a phone number, or whom to ask.',
    fact: 'interpreterRequest',
  },
  { name: 'welcomeCenter', label: 'Welcome center', hint: 'Name, address, phone.', fact: 'welcomeCenter' },
  { name: 'familyLiaison', label: 'Family liaison', hint: 'Name and phone.', fact: 'familyLiaison' },
]);

export const TEXT_GROUPS = {
  address: { title: 'Name and address', fields: ADDRESS_FIELDS },
  phones: { title: 'Phones', fields: PHONE_FIELDS },
  links: { title: 'Links and app', fields: LINK_FIELDS },
  help: { title: 'Interpreter and help', fields: HELP_FIELDS },
} as const;

const ALL_FIELDS = [...ADDRESS_FIELDS, ...PHONE_FIELDS, ...LINK_FIELDS, ...HELP_FIELDS] as const;

export type TextName = (typeof ALL_FIELDS)[number]['name'];

export const TEXT_FIELDS: readonly TextField<TextName>[] = ALL_FIELDS;

/** @returns the fields of a group, each with all that may stand beside it */
export const fieldsOf = (group: keyof typeof TEXT_GROUPS): readonly TextField<TextName>[] => TEXT_GROUPS[group].fields;
