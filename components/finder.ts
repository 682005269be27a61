import type { Find, FoundRow, Library, Question } from '@/utils/domain/library';

/** Rows that are read, shown and forgotten together. */
export const PAGE = 50;

const TYPING_PAUSE_MS = 40;

/** Pages kept beside those that are shown. */
const MOST_PAGES = 12;

/** The verbs that only read; pages answer them from the database itself. */
export type Reads = Pick<
  Library,
  'find' | 'findIds' | 'findDays' | 'details' | 'tags' | 'known' | 'suggest'
>;

/** A question, and whether its rows tell all they can. */
export type Asked = Question & Pick<Find, 'extras'>;

/** What a question found: how much, and the pages of it that were asked for. */
export type FoundPapers = {
  readonly question: Asked;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly FoundRow[]>;
};

/** The list's state: nothing yet, an error, or the rows found so far. */
export type Papers =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | ({ readonly kind: 'found' } & FoundPapers);

/** The row at a place of the list; `undefined` until its page was read. */
export function rowAt({ pages }: FoundPapers, index: number): FoundRow | undefined {
  return pages.get(Math.floor(index / PAGE))?.[index % PAGE];
}

export type Finder = {
  /** Finds anew: a changed question a moment after the last key, a repeated one at once. */
  readonly ask: (question: Asked) => void;
  /** These pages are in sight: reads those that are not there yet. */
  readonly look: (pages: readonly number[]) => void;
  /** Forgets what is under way. */
  readonly stop: () => void;
};

/** Finds saved papers page by page and shows only the answer to the latest question. */
export function finder(reads: Pick<Reads, 'find'>, show: (papers: Papers) => void): Finder {
  let shown: Papers = { kind: 'loading' };
  let inSight: readonly number[] = [0];
  const reading = new Set<number>();
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function set(papers: Papers): void {
    shown = papers;
    show(papers);
  }

  async function find(question: Asked, wanted: readonly number[]): Promise<void> {
    const ticket = ++latest;
    const known = shown;
    try {
      const found = await Promise.all(wanted.map((page) => readPage(reads, question, page)));
      if (ticket !== latest) return;
      const total = found[0]?.total ?? 0;
      const pages = new Map(wanted.map((page, index) => [page, found[index]?.rows ?? []]));
      const isSame = known.kind === 'found' && same(known.question, question);
      set({ kind: 'found', question: isSame ? known.question : question, total, pages });
    } catch (error) {
      if (ticket === latest) set({ kind: 'failed', error });
    }
  }

  async function add({ question }: FoundPapers, page: number): Promise<void> {
    const ticket = latest;
    try {
      const { rows } = await readPage(reads, question, page);
      if (ticket !== latest || shown.kind !== 'found') return;
      const kept = [...shown.pages].filter(([other]) => inSight.includes(other));
      const others = [...shown.pages].filter(([other]) => !inSight.includes(other));
      const room = Math.max(0, MOST_PAGES - kept.length);
      set({ ...shown, pages: new Map([...others.slice(-room), ...kept, [page, rows]]) });
    } catch (error) {
      if (ticket === latest) set({ kind: 'failed', error });
    } finally {
      reading.delete(page);
    }
  }

  return {
    ask(question) {
      clearTimeout(timer);
      reading.clear();
      if (shown.kind !== 'found') void find(question, [0]);
      else if (same(shown.question, question)) {
        const last = Math.max(0, Math.ceil(shown.total / PAGE) - 1);
        void find(question, [...new Set([0, ...inSight.filter((page) => page <= last)])]);
      } else timer = setTimeout(() => void find(question, [0]), TYPING_PAUSE_MS);
    },
    look(pages) {
      inSight = pages;
      if (shown.kind !== 'found') return;
      for (const page of pages) {
        if (shown.pages.has(page) || reading.has(page)) continue;
        reading.add(page);
        void add(shown, page);
      }
    },
    stop() {
      clearTimeout(timer);
      latest++;
    },
  };
}

function readPage(reads: Pick<Reads, 'find'>, question: Asked, page: number) {
  return reads.find({ ...question, limit: PAGE, offset: page * PAGE });
}

function same(one: Asked, other: Asked): boolean {
  return (
    one.query === other.query &&
    one.trashed === other.trashed &&
    one.sort === other.sort &&
    one.reversed === other.reversed &&
    one.extras === other.extras
  );
}
