import 'fake-indexeddb/auto';
import type { BulkProgress, FetchedAuthors, Library, LibraryChange } from '@/utils/domain/library';
import type { FoundPublished } from '@/utils/domain/outside';
import type { Citable } from '@/utils/domain/citing';
import type { Paper, Reading } from '@/utils/domain/paper';
import { type PaperId, paperId } from '@/utils/domain/paper-id';
import { OffprintDatabase } from '@/utils/store/database';
import { linearEngine } from '@/utils/query/linear-engine';
import type { FoundVersion, StoreParts } from '@/utils/store/parts';
import { storedLibrary } from '@/utils/store/stored-library';

export type Opened = {
  readonly db: OffprintDatabase;
  readonly library: Library;
  readonly told: LibraryChange[];
  readonly progress: { readonly told: BulkProgress[]; onTold?: () => void };
  /** One a time somebody found the index unreadable. */
  readonly damages: readonly string[];
  /** The wall clock; tests move it. */
  readonly clock: { now: number };
  readonly fetched: {
    answer: { readings: readonly Reading[]; missed: FetchedAuthors['missed'] };
    published: {
      versions: readonly FoundVersion[];
      none: readonly PaperId[];
      missed: FoundPublished['missed'];
    };
    asked: PaperId[];
    /** What was handed to Zotero. */
    sent: Citable[];
  };
};

let opened = 0;

/** A library on an empty database of its own, with a clock that stands until it is moved. */
export function openLibrary(name = `test-${(opened += 1)}`): Opened {
  const clock = { now: Date.parse('2026-11-23T08:00:00.000Z') };
  const told: LibraryChange[] = [];
  const damages: string[] = [];
  const progress: Opened['progress'] = { told: [] };
  const fetched: Opened['fetched'] = {
    answer: { readings: [], missed: [] },
    published: { versions: [], none: [], missed: [] },
    asked: [],
    sent: [],
  };
  let ids = 0;
  const parts: StoreParts = {
    now: () => clock.now,
    newId: () => `id-${(ids += 1)}`,
    cite: {
      baseKey: ({ authors, title }) => (authors?.[0] ?? title).split(' ').at(-1) ?? 'key',
      uniqueKey: firstFree,
      write: (items) => ({
        text: items.map(({ key, tags }) => `${key}[${tags.join()}]`).join('\n'),
        count: items.length,
        warnings: [],
      }),
    },
    async fetchAuthors(asked, { onReadings }) {
      fetched.asked.push(...asked);
      await onReadings(fetched.answer.readings);
      return fetched.answer.missed;
    },
    async findPublished(papers, _sources, { onFound }) {
      fetched.asked.push(...papers.map((paper) => paper.id));
      const { versions, ...rest } = fetched.published;
      await onFound(versions);
      return rest;
    },
    sendToZotero(items) {
      fetched.sent.push(...items);
      return Promise.resolve({ sent: items.length, failed: [], target: 'My Library' });
    },
    patterns: linearEngine,
    announce: (change) => told.push(change),
    progress(done) {
      progress.told.push(done);
      progress.onTold?.();
    },
    onDamagedIndex: () => damages.push('damaged'),
  };
  const db = new OffprintDatabase(name);
  return { db, library: storedLibrary(db, parts), told, clock, fetched, damages, progress };
}

function firstFree(base: string, isTaken: (key: string) => boolean): string {
  const keys = [base, ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `${base}${letter}`)];
  return keys.find((key) => !isTaken(key)) ?? `${base}zz`;
}

export function id(arxivId: string): PaperId {
  const made = paperId(`arxiv:${arxivId}`);
  if (!made) throw new Error(`${arxivId} is no arXiv id`);
  return made;
}

/** A reading of one card, all fields from the page. */
export function reading(arxivId: string, fields: Partial<Omit<Paper, 'id'>> = {}): Reading {
  const paper: Paper = { id: id(arxivId), title: `Paper ${arxivId}`, ...fields };
  const names = Object.keys(paper).filter((name) => name !== 'id');
  return { paper, sources: Object.fromEntries(names.map((name) => [name, 'page'])) };
}

export const MINUTE = 60_000;
