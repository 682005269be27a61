import type { EntryRow } from '@/utils/domain/entry';
import type { Found, Library } from '@/utils/domain/library';

const PAGE = 50;
const AT_ONCE = 500;
const TYPING_PAUSE_MS = 40;

/** The verbs that only read; pages answer them from the database itself. */
export type Reads = Pick<Library, 'find' | 'details' | 'tags' | 'known' | 'suggest'>;

/** What the list asks for. */
export type Question = { readonly query: string; readonly trashed: boolean };

/** The list's state: nothing yet, an error, or the rows found so far. */
export type Papers =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | ({ readonly kind: 'found'; readonly question: Question } & Found);

export type Finder = {
  /** Finds anew: a changed question a moment after the last key, a repeated one at once. */
  readonly ask: (question: Question) => void;
  /** Finds the next page of rows. */
  readonly more: () => void;
  /** Forgets what is under way. */
  readonly stop: () => void;
};

/** Finds saved papers page by page and shows only the answer to the latest question. */
export function finder(reads: Pick<Reads, 'find'>, show: (papers: Papers) => void): Finder {
  let shown: Papers = { kind: 'loading' };
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function find(
    question: Question,
    count: number,
    before: readonly EntryRow[],
  ): Promise<void> {
    const ticket = ++latest;
    let next: Papers;
    try {
      next = { kind: 'found', question, ...(await readRows(reads, question, count, before)) };
    } catch (error) {
      next = { kind: 'failed', error };
    }
    if (ticket !== latest) return;
    shown = next;
    show(next);
  }

  return {
    ask(question) {
      clearTimeout(timer);
      if (shown.kind !== 'found') void find(question, PAGE, []);
      else if (same(shown.question, question)) {
        void find(question, Math.max(PAGE, shown.rows.length), []);
      } else timer = setTimeout(() => void find(question, PAGE, []), TYPING_PAUSE_MS);
    },
    more() {
      if (shown.kind === 'found' && shown.more) void find(shown.question, PAGE, shown.rows);
    },
    stop() {
      clearTimeout(timer);
      latest++;
    },
  };
}

/** Every row that answers `question`. */
export async function everyRow(
  reads: Pick<Reads, 'find'>,
  question: Question,
): Promise<readonly EntryRow[]> {
  return (await readRows(reads, question, Number.POSITIVE_INFINITY, [])).rows;
}

/** `before` and up to `count` rows that follow; the library gives only so many at once. */
async function readRows(
  reads: Pick<Reads, 'find'>,
  question: Question,
  count: number,
  before: readonly EntryRow[],
): Promise<Found> {
  const rows = [...before];
  const wanted = before.length + count;
  for (;;) {
    const limit = Math.min(wanted - rows.length, AT_ONCE);
    const found = await reads.find({ ...question, limit, ...following(rows) });
    rows.push(...found.rows);
    if (!found.more || found.rows.length === 0 || rows.length >= wanted) return { ...found, rows };
  }
}

function following(rows: readonly EntryRow[]): { after?: Pick<EntryRow, 'savedAt' | 'id'> } {
  const last = rows.at(-1);
  return last ? { after: { savedAt: last.savedAt, id: last.id } } : {};
}

function same(one: Question, other: Question): boolean {
  return one.query === other.query && one.trashed === other.trashed;
}
