import type { IsoDate } from '@/utils/domain/paper';
import { factTest } from '@/utils/query/facts';
import type { Atom } from '@/utils/query/query';
import type { Subject } from '@/utils/query/subject';
import { type Bits, addBit } from './bits';

type Known = Partial<Subject>;

/** One value a paper: which of the values, by slot. */
export type Column = { readonly values: readonly Known[]; readonly at: Uint16Array };

/** Any number of values a paper: `at` holds them all, `starts` where those of each slot begin. */
export type ListColumn = {
  readonly values: readonly string[];
  readonly starts: Uint32Array;
  readonly at: Uint32Array;
};

/** What the columns keep of a subject. Values are tested by the same code that tests a subject. */
const COLUMNS = {
  flags: (subject: Subject): Known => ({
    ...given('saved', subject.saved && 'x'),
    ...given('seen', subject.seen && 'x'),
    ...given('state', subject.state),
    ...given('note', subject.note && 'x'),
    ...given('isStarred', subject.isStarred || undefined),
    ...given('isNew', subject.isNew || undefined),
    ...given('isHidden', subject.isHidden || undefined),
    ...given('isTrashed', subject.isTrashed || undefined),
    ...given('isWithdrawn', subject.isWithdrawn || undefined),
    ...given('hasCode', subject.hasCode || undefined),
    ...given('hasKey', subject.hasKey || undefined),
    ...given('hasPdf', subject.hasPdf || undefined),
    ...given('listedAs', subject.listedAs),
    ...given('tags', subject.tags && subject.tags.length > 0 ? ['x'] : undefined),
  }),
  published: ({ published }: Subject): Known => given('published', published),
  saved: ({ saved }: Subject): Known => given('saved', saved?.slice(0, 10)),
  seen: ({ seen }: Subject): Known => given('seen', seen?.slice(0, 10)),
  upvotes: ({ upvotes }: Subject): Known => given('upvotes', upvotes),
  comments: ({ comments }: Subject): Known => given('comments', comments),
  authors: ({ authorCount, authors }: Subject): Known =>
    given('authorCount', authorCount ?? authors?.length),
  by: ({ submitter }: Subject): Known => given('submitter', submitter),
  primary: ({ primaryCategory }: Subject): Known => given('primaryCategory', primaryCategory),
};

const LISTS = {
  tags: {
    of: ({ tags }: Subject): readonly string[] => tags ?? [],
    known: (name: string): Known => ({ tags: [name] }),
  },
  cat: {
    of: ({ categories = [], primaryCategory }: Subject): readonly string[] =>
      primaryCategory && !categories.includes(primaryCategory)
        ? [...categories, primaryCategory]
        : categories,
    known: (name: string): Known => ({ categories: [name] }),
  },
  sites: {
    of: ({ sites }: Subject): readonly string[] => sites ?? [],
    known: (name: string): Known => ({ sites: [name] }),
  },
};

export type ColumnName = keyof typeof COLUMNS;
export type ListName = keyof typeof LISTS;
export type Columns = Readonly<Record<ColumnName, Column>>;
export type Lists = Readonly<Record<ListName, ListColumn>>;

/** The columns of these subjects, one slot each. */
export function columnsOf(subjects: readonly Subject[]): { columns: Columns; lists: Lists } {
  return {
    columns: mapped(COLUMNS, (value) => column(subjects.map(value))),
    lists: mapped(LISTS, ({ of }) => listColumn(subjects.map(of))),
  };
}

/** The columns with other subjects in some of the slots. */
export function withSubjects(
  { columns, lists }: { readonly columns: Columns; readonly lists: Lists },
  changed: ReadonlyMap<number, Subject>,
): { columns: Columns; lists: Lists } {
  return {
    columns: mapped(COLUMNS, (value, name) => changedColumn(columns[name], changed, value)),
    lists: mapped(LISTS, ({ of }, name) => changedList(lists[name], changed, of)),
  };
}

/** What the columns know of the paper in a slot: of texts only that they are there. */
export function subjectAt(
  { columns, lists }: { readonly columns: Columns; readonly lists: Lists },
  slot: number,
): Subject {
  const known = Object.values(columns).map((given) => valueAt(given, slot));
  return Object.assign({ title: '' }, ...known, {
    tags: listAt(lists.tags, slot),
    categories: listAt(lists.cat, slot),
    sites: listAt(lists.sites, slot),
  }) as Subject;
}

type FactAtom = Exclude<Atom, { kind: 'text' | 'pattern' }>;

/** Adds the slots whose papers answer to `found`, from `base` on; `undefined` for what no column knows. */
export function factSlots(
  atom: FactAtom,
  today: IsoDate,
): ((facts: { readonly columns: Columns; readonly lists: Lists }) => Uint8Array) | undefined {
  const test = factTest(atom, today);
  const holds = (known: Known): boolean => test({ title: '', ...known });
  const name = columnFor(atom);
  if (name === undefined) return undefined;
  if (isIn(LISTS, name)) {
    const asked = remembered((value: string) => holds(LISTS[name].known(value)));
    return ({ lists }) => slotsWithAny(lists[name], asked);
  }
  return ({ columns }) => {
    const { values, at } = columns[name];
    const answers = Uint8Array.from(values, (value) => Number(holds(value)));
    const slots = new Uint8Array(at.length);
    for (let slot = 0; slot < at.length; slot += 1) slots[slot] = answers[at[slot] ?? 0] ?? 0;
    return slots;
  };
}

/** The slots one of whose tags passes. */
export function slotsWithAny(
  { values, starts, at }: ListColumn,
  passes: (value: string) => boolean,
): Uint8Array {
  const answers = values.map(passes);
  const slots = new Uint8Array(starts.length - 1);
  if (!answers.includes(true)) return slots;
  for (let slot = 0; slot < slots.length; slot += 1) {
    for (let index = starts[slot] ?? 0; index < (starts[slot + 1] ?? 0); index += 1) {
      if (answers[at[index] ?? 0]) slots[slot] = 1;
    }
  }
  return slots;
}

/** Sets the bits of marked slots. */
export function addSlots(bits: Bits, base: number, slots: Uint8Array): void {
  for (let slot = 0; slot < slots.length; slot += 1)
    if (slots[slot] === 1) addBit(bits, base + slot);
}

/** Asks about each value once. */
export function remembered<Value, Answer>(ask: (value: Value) => Answer): (value: Value) => Answer {
  const answers = new Map<Value, Answer>();
  return (value) => {
    let answer = answers.get(value);
    if (answer === undefined) answers.set(value, (answer = ask(value)));
    return answer;
  };
}

/** What a column says of one slot. */
export function valueAt({ values, at }: Column, slot: number): Known {
  return values[at[slot] ?? 0] ?? {};
}

function columnFor(atom: FactAtom): ColumnName | ListName | undefined {
  switch (atom.kind) {
    case 'tag':
      return 'tags';
    case 'name':
      return atom.field === 'id' ? undefined : atom.field === 'site' ? 'sites' : atom.field;
    case 'number':
      return atom.field === 'year' ? 'published' : atom.field;
    case 'date':
    case 'age':
      return atom.field;
    case 'flag':
      return 'flags';
  }
}

function column(known: readonly Known[]): Column {
  const { values, indexes } = distinct(known, (value) => JSON.stringify(value));
  return { values, at: Uint16Array.from(indexes) };
}

function listColumn(all: readonly (readonly string[])[]): ListColumn {
  const starts = new Uint32Array(all.length + 1);
  for (const [slot, list] of all.entries()) starts[slot + 1] = (starts[slot] ?? 0) + list.length;
  const { values, indexes } = distinct(all.flat(), (value) => value);
  return { values, starts, at: Uint32Array.from(indexes) };
}

function distinct<Value>(
  all: readonly Value[],
  name: (value: Value) => string,
): { values: Value[]; indexes: number[] } {
  const values: Value[] = [];
  return { values, indexes: all.map(numbering(values, name)) };
}

/** Gives each value its number in `values`, and adds those that are not there. */
function numbering<Value>(values: Value[], name: (value: Value) => string) {
  const known = new Map(values.map((value, index) => [name(value), index]));
  return (value: Value): number => {
    const key = name(value);
    let index = known.get(key);
    if (index === undefined) known.set(key, (index = values.push(value) - 1));
    return index;
  };
}

/** Values nobody has any more stay behind until there are too many: to find them costs more than to keep them. */
function changedColumn(
  { values, at }: Column,
  changed: ReadonlyMap<number, Subject>,
  valueOf: (subject: Subject) => Known,
): Column {
  const all = [...values];
  const number = numbering(all, (value) => JSON.stringify(value));
  const indexes = Uint16Array.from(at);
  for (const [slot, subject] of changed) indexes[slot] = number(valueOf(subject));
  if (all.length > MOST_VALUES) return column(Array.from(indexes, (index) => all[index] ?? {}));
  return { values: all, at: indexes };
}

function changedList(
  given: ListColumn,
  changed: ReadonlyMap<number, Subject>,
  valuesOf: (subject: Subject) => readonly string[],
): ListColumn {
  const all = [...given.values];
  const number = numbering(all, (value) => value);
  const starts = new Uint32Array(given.starts.length);
  const at: number[] = [];
  for (let slot = 0; slot + 1 < starts.length; slot += 1) {
    const subject = changed.get(slot);
    if (subject) at.push(...valuesOf(subject).map(number));
    else at.push(...given.at.subarray(given.starts[slot], given.starts[slot + 1]));
    starts[slot + 1] = at.length;
  }
  return { values: all, starts, at: Uint32Array.from(at) };
}

function listAt({ values, starts, at }: ListColumn, slot: number): readonly string[] {
  return Array.from(at.subarray(starts[slot], starts[slot + 1]), (index) => values[index] ?? '');
}

/** Values a column has at the most: one for each slot of a segment, and as many that were changed since. */
const MOST_VALUES = 8_192;

function given<Name extends keyof Subject>(name: Name, value: Subject[Name] | ''): Known {
  return value === undefined || value === '' ? {} : { [name]: value };
}

function mapped<Table extends object, Result>(
  table: Table,
  make: <Name extends keyof Table>(value: Table[Name], name: Name) => Result,
): Record<keyof Table, Result> {
  const names = Object.keys(table) as (keyof Table)[];
  // One result for each name of the table.
  return Object.fromEntries(names.map((name) => [name, make(table[name], name)])) as Record<
    keyof Table,
    Result
  >;
}

function isIn<Table extends object>(table: Table, name: string): name is keyof Table & string {
  return Object.hasOwn(table, name);
}
