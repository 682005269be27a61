import type { Entry } from '@/utils/domain/entry';
import type { Change, FactTable } from '@/utils/domain/operation';
import type { Edits, IsoInstant } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import type { SavedSearch } from '@/utils/domain/saved-search';
import type { Rule } from '@/utils/domain/rule';
import type { TagColour } from '@/utils/domain/tag';
import type { ListedEntry, OffprintDatabase } from './database';

/** What of each table is the reader's own word; the rest of a row is derived from it. */
export type Facts = {
  entries: Omit<Entry, 'id'>;
  notes: { readonly text: string };
  hidden: { readonly hiddenAt: IsoInstant };
  rules: Omit<Rule, 'id'>;
  /** What the reader wrote of a paper. */
  edits: Edits;
  searches: Omit<SavedSearch, 'id'>;
  /** That two papers are not one. */
  distinct: { readonly at: IsoInstant };
  /** Under which id a paper is kept that had one of its own. */
  aliases: { readonly id: PaperId };
  /** A key the reader chose or had made anew; one that was pinned in passing is nobody's change. */
  citationKeys: { readonly key: string };
  /** A tag's digit, `given` when nobody chose it, and its colour; a tag with neither has no fact of its own. */
  tags: {
    readonly name: string;
    readonly digit?: number;
    readonly given?: true;
    readonly colour?: TagColour;
  };
};

export type Fact<T extends FactTable = FactTable> = Facts[T];

type Readers = {
  [T in FactTable]: (db: OffprintDatabase, keys: readonly string[]) => Promise<(Facts[T] | null)[]>;
};

const readers: Readers = {
  async entries(db, keys) {
    const rows = await db.entries.bulkGet([...keys] as PaperId[]);
    return rows.map((row) => (row ? entryFact(row) : null));
  },
  async notes(db, keys) {
    const rows = await db.notes.bulkGet([...keys] as PaperId[]);
    return rows.map((row) => (row ? { text: row.text } : null));
  },
  async hidden(db, keys) {
    const rows = await db.hidden.bulkGet([...keys] as PaperId[]);
    return rows.map((row) => (row ? { hiddenAt: row.hiddenAt } : null));
  },
  async rules(db, keys) {
    const rows = await db.rules.bulkGet([...keys]);
    return rows.map((row) => {
      if (!row) return null;
      const { id: _id, ...fact } = row;
      return fact;
    });
  },
  async edits(db, keys) {
    const rows = await db.papers.bulkGet([...keys] as PaperId[]);
    return rows.map((row) => row?.edits ?? null);
  },
  async searches(db, keys) {
    const rows = await db.searches.bulkGet([...keys]);
    return rows.map((row) => {
      if (!row) return null;
      const { id: _id, ...fact } = row;
      return fact;
    });
  },
  async distinct(db, keys) {
    const rows = await db.distinct.bulkGet([...keys]);
    return rows.map((row) => (row ? { at: row.at } : null));
  },
  async aliases(db, keys) {
    const rows = await db.aliases.bulkGet([...keys] as PaperId[]);
    return rows.map((row) => (row ? { id: row.id } : null));
  },
  async citationKeys(db, keys) {
    const rows = await db.papers.bulkGet([...keys] as PaperId[]);
    return rows.map((row) => (row?.citationKey === undefined ? null : { key: row.citationKey }));
  },
  async tags(db, keys) {
    const rows = await db.tags.bulkGet([...keys]);
    return rows.map((row) => (row ? tagFact(row) : null));
  },
};

/** The stored fact under `key`, or `null` when there is none. */
export async function readFact<T extends FactTable>(
  db: OffprintDatabase,
  table: T,
  key: string,
): Promise<Facts[T] | null> {
  const [fact] = await readers[table](db, [key]);
  return fact ?? null;
}

/** Rows read at once: not all of a hundred thousand. */
const CHUNK = 2_000;

/** The stored facts under these keys, in their order. */
export async function readFacts(
  db: OffprintDatabase,
  table: FactTable,
  keys: readonly string[],
): Promise<(Fact | null)[]> {
  const facts: (Fact | null)[] = [];
  for (let start = 0; start < keys.length; start += CHUNK) {
    for (const fact of await readers[table](db, keys.slice(start, start + CHUNK))) facts.push(fact);
  }
  return facts;
}

/** The reader's part of a tag's row, if there is one. */
export function tagFact({ name, digit, given, colour }: Facts['tags']): Facts['tags'] | null {
  if (digit === undefined && colour === undefined) return null;
  return {
    name,
    ...(digit !== undefined && { digit }),
    ...(digit !== undefined && given && { given: true }),
    ...(colour !== undefined && { colour }),
  };
}

/** A tag's fact once it has lost its digit. */
export function withoutDigit(fact: Facts['tags'] | null): Facts['tags'] | null {
  const { digit: _digit, given: _given, ...rest } = fact ?? { name: '' };
  return tagFact(rest);
}

/** The reader's part of an entry's row. */
export function entryFact({
  savedAt,
  state,
  starred,
  tags,
  trashedAt,
  keptAt,
  heldVersion,
  citesPublication,
}: ListedEntry): Facts['entries'] {
  return {
    savedAt,
    state,
    starred,
    tags,
    ...(trashedAt !== undefined && { trashedAt }),
    ...(keptAt !== undefined && { keptAt }),
    ...(heldVersion !== undefined && { heldVersion }),
    ...(citesPublication && { citesPublication }),
  };
}

/** The change between two facts, naming only the fields that differ; `undefined` when none does. */
export function changeOf(
  table: FactTable,
  key: string,
  before: Fact | null,
  after: Fact | null,
): Change | undefined {
  if (!before || !after) return before === after ? undefined : { table, key, before, after };
  const differing = fieldsOf(before, after).filter(
    (name) => !equal(at(before, name), at(after, name)),
  );
  if (differing.length === 0) return undefined;
  return { table, key, before: pick(before, differing), after: pick(after, differing) };
}

type Row = Readonly<Record<string, unknown>>;

/** The names of all fields that either side has. */
export function fieldsOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

/** Facts hold text, numbers, switches and lists of text. */
export function equal(a: unknown, b: unknown): boolean {
  return (
    a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b))
  );
}

function at(row: object, name: string): unknown {
  return (row as Row)[name];
}

function pick(row: object, names: readonly string[]): Row {
  return Object.fromEntries(
    names.filter((name) => name in row).map((name) => [name, at(row, name)]),
  );
}
