import type { Citable } from '@/utils/domain/citing';
import type { PaperId } from '@/utils/domain/paper-id';
import type { FoundSeen, Library, RulePreview } from '@/utils/domain/library';
import type { Rule } from '@/utils/domain/rule';
import type { PatternEngine } from '@/utils/query/pattern';
import { citables } from '@/utils/store/citing';
import { OffprintDatabase } from '@/utils/store/database';
import { previewRule } from '@/utils/store/previewing';
import type { StoreParts } from '@/utils/store/parts';
import { searchSeen } from '@/utils/store/seen-search';
import { storedLibrary } from '@/utils/store/stored-library';

/** What pages read by themselves. */
export type StoredReads = Pick<
  Library,
  | 'find'
  | 'findIds'
  | 'findDays'
  | 'details'
  | 'actsOn'
  | 'duplicates'
  | 'figures'
  | 'searches'
  | 'tags'
  | 'known'
  | 'suggest'
  | 'history'
  | 'countSince'
> & {
  /** These papers as citations need them; those without a key are left out. */
  citables(ids: readonly PaperId[]): Promise<readonly Citable[]>;
  /** Looks through everything seen, and tells on the way what it found. */
  searchSeen(query: string, signal: AbortSignal): AsyncIterable<FoundSeen>;
};

/**
 * The library's reading verbs on the database itself, so that a page shows its rows without waking
 * the worker. Changes belong to the worker: the verbs that make them are not given out.
 */
export function storedReads(mendIndex: Library['mendIndex']): StoredReads {
  const db = new OffprintDatabase();
  const parts: StoreParts = { ...PARTS, onDamagedIndex: () => void mendIndex() };
  const { find, findIds, findDays, ...library } = storedLibrary(db, parts);
  const {
    details,
    actsOn,
    duplicates,
    figures,
    searches,
    tags,
    known,
    suggest,
    history,
    countSince,
  } = library;
  return {
    details,
    actsOn,
    duplicates,
    figures,
    searches,
    history,
    countSince,
    async find(question) {
      await loadEngine(question.query);
      return find(question);
    },
    async findIds(question, from, to) {
      await loadEngine(question.query);
      return findIds(question, from, to);
    },
    async findDays(question) {
      await loadEngine(question.query);
      return findDays(question);
    },
    tags,
    known,
    suggest,
    citables: (ids) => citables(db, ids),
    async *searchSeen(query, signal) {
      await loadEngine(query);
      yield* searchSeen({ db, parts }, query, signal);
    },
  };
}

/** What the rules page reads beside that: records, reach, and previews over everything seen. */
export function storedRuleReads(): Pick<
  Library,
  'known' | 'ruleRecords' | 'reachOf' | 'suggest'
> & {
  preview(rule: Pick<Rule, 'query' | 'unless'>, signal: AbortSignal): AsyncIterable<RulePreview>;
} {
  const db = new OffprintDatabase();
  const { known, ruleRecords, reachOf, suggest } = storedLibrary(db, PARTS);
  return {
    known,
    ruleRecords,
    suggest,
    async reachOf(queries) {
      await loadEngine(queries.join(' '));
      return reachOf(queries);
    },
    async *preview(rule, signal) {
      await loadEngine(`${rule.query} ${rule.unless ?? ''}`);
      yield* previewRule({ db, parts: PARTS }, rule, signal);
    },
  };
}

const PARTS: StoreParts = {
  now: () => Date.now(),
  newId: refuse,
  cite: { baseKey: refuse, uniqueKey: refuse, write: refuse },
  patterns: (source) => engine?.(source),
  fetchAuthors: refuse,
  findPublished: refuse,
  sendToZotero: refuse,
  announce: refuse,
};

let engine: PatternEngine | undefined;

/** Only a query with a slash can hold a pattern; nobody else waits for the engine. */
async function loadEngine(query: string): Promise<void> {
  if (query.includes('/')) engine ??= (await import('@/utils/query/linear-engine')).linearEngine;
}

function refuse(): never {
  throw new Error('A page reads the library and leaves changes to the worker.');
}
