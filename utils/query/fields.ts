import type { Atom, DateField, Flags, NameField, NumberField, TextField } from './query';
import { readAge, readDateRange, readNumberRange } from './values';

const TEXTS: Record<TextField, true> = {
  title: true,
  abstract: true,
  author: true,
  note: true,
  venue: true,
  org: true,
};
const NAMES: Record<NameField, true> = {
  cat: true,
  primary: true,
  site: true,
  by: true,
  id: true,
};
const NUMBERS: Record<NumberField, true> = {
  upvotes: true,
  comments: true,
  authors: true,
  year: true,
};
const DATES: Record<DateField, true> = { published: true, saved: true, seen: true };
const FLAGS: { readonly [Field in keyof Flags]: readonly Flags[Field][] } = {
  is: [
    ...(['saved', 'seen', 'new', 'starred', 'inbox', 'to-read', 'reading', 'read'] as const),
    ...(['skipped', 'hidden', 'untagged', 'trashed', 'withdrawn'] as const),
  ],
  has: ['code', 'note', 'key', 'pdf'],
  listed: ['new', 'cross', 'replaced'],
};

/** Every field of the language, in the order they are explained. */
export const FIELDS: readonly string[] = [
  ...Object.keys(TEXTS),
  ...Object.keys(NAMES),
  'tag',
  ...Object.keys(NUMBERS),
  ...Object.keys(DATES),
  ...Object.keys(FLAGS),
];

/** What values a field takes; `undefined` when there is no such field. */
export function kindOf(field: string): 'text' | 'name' | 'number' | 'date' | 'flag' | undefined {
  if (isIn(TEXTS, field)) return 'text';
  if (isIn(NAMES, field) || field === 'tag') return 'name';
  if (isIn(NUMBERS, field)) return 'number';
  if (isIn(DATES, field)) return 'date';
  return isIn(FLAGS, field) ? 'flag' : undefined;
}

/** The words a flag's field knows, or none for other fields. */
export function valuesOf(field: string): readonly string[] {
  return isIn(FLAGS, field) ? FLAGS[field] : [];
}

/** Whether a field's text can be searched for words and patterns. */
export function isTextField(field: string): field is TextField {
  return isIn(TEXTS, field);
}

/** What a field with its value asks for; `undefined` when it does not take such a value. */
export function fieldAtom(field: string, value: string, isPhrase: boolean): Atom | undefined {
  if (isIn(TEXTS, field)) {
    const prefix = !isPhrase && value.endsWith('*');
    return { kind: 'text', field, text: prefix ? value.slice(0, -1) : value, prefix };
  }
  if (isIn(NAMES, field)) return { kind: 'name', field, value: value.toLowerCase() };
  if (isIn(NUMBERS, field)) {
    const range = readNumberRange(value);
    return range && { kind: 'number', field, ...range };
  }
  if (isIn(DATES, field)) {
    const age = readAge(value);
    if (age) return { kind: 'age', field, ...age };
    const range = readDateRange(value);
    return range && { kind: 'date', field, ...range };
  }
  return flagAtom(field, value.toLowerCase());
}

function flagAtom(field: string, value: string): Atom | undefined {
  if (!isIn(FLAGS, field)) return undefined;
  const known: readonly string[] = FLAGS[field];
  // The value is one of the field's own, which types cannot follow through a string.
  return known.includes(value) ? ({ kind: 'flag', field, value } as Atom) : undefined;
}

function isIn<Table extends object>(table: Table, key: string): key is keyof Table & string {
  return Object.hasOwn(table, key);
}
