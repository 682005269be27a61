import { type BulkChange, type Question, SORTS } from '@/utils/domain/library';
import { READING_STATES, type ReadingState } from '@/utils/domain/entry';
import { type PaperId, paperId } from '@/utils/domain/paper-id';
import { type Rule, type RuleAction, type RuleChange, isRuleAction } from '@/utils/domain/rule';
import { LONGEST_TAG, TAG_COLOURS, type TagColour, tagName } from '@/utils/domain/tag';
import type { SearchDraft } from '@/utils/domain/saved-search';
import type { SeenAction } from '@/utils/domain/verdict';
import { isRecord } from './parse-text';

// Verbs are called from pages that host other people's scripts, so their types are only a promise:
// everything here throws a sentence for the reader when it is broken.

const LONGEST_NOTE = 1_000_000;
const LONGEST_QUERY = 1_000;
const MOST_SITES = 50;
const MOST_IDS = 200_000;

export function parseId(value: unknown): PaperId {
  const id = typeof value === 'string' ? paperId(value) : undefined;
  if (id === undefined) throw new Error('This is not a paper Offprint knows how to name.');
  return id;
}

/** The ids among `values`, each once; what is none is dropped. */
export function parseIds(values: unknown): PaperId[] {
  const given = Array.isArray(values) ? values.slice(0, MOST_IDS) : [];
  const ids = given.flatMap((value) => (typeof value === 'string' ? (paperId(value) ?? []) : []));
  return [...new Set(ids)];
}

/** A question whose sort, if it is none, is left to the library. */
export function parseQuestion(value: unknown): Question {
  const { query, trashed, sort, reversed } = isRecord(value) ? value : {};
  const known = SORTS.find((name) => name === sort);
  return {
    query: parseText(query),
    ...(trashed === true && { trashed: true }),
    ...(known && { sort: known }),
    ...(reversed === true && { reversed: true }),
  };
}

export function parseTag(value: unknown): string {
  const name = typeof value === 'string' ? tagName(value.slice(0, 10 * LONGEST_TAG)) : undefined;
  if (name === undefined) throw new Error(`A tag needs 1 to ${LONGEST_TAG} characters.`);
  return name;
}

export function parseNote(value: unknown): string {
  if (typeof value !== 'string') throw new Error('A note is text.');
  if (value.length > LONGEST_NOTE)
    throw new Error('This note is longer than a million characters.');
  return value.trim() === '' ? '' : value;
}

export function parseState(value: unknown): ReadingState {
  const state = READING_STATES.find((known) => known === value);
  if (!state) throw new Error('This reading state does not exist.');
  return state;
}

/** A change to many papers, with its name or state checked. */
export function parseBulkChange(value: unknown): BulkChange {
  const { kind, name, state, starred } = isRecord(value) ? value : {};
  switch (kind) {
    case 'tag':
    case 'untag':
      return { kind, name: parseTag(name) };
    case 'state':
      return { kind, state: parseState(state) };
    case 'star':
      return { kind, starred: starred === true };
    case 'trash':
    case 'restore':
      return { kind };
    default:
      throw new Error('Offprint does not know this change.');
  }
}

export function parseDigit(value: unknown): number | undefined {
  // `undefined` crosses the door as `null`.
  if (value === undefined || value === null) return undefined;
  if (!Number.isInteger(value) || Number(value) < 1 || Number(value) > 9) {
    throw new Error('A tag’s key is one of the digits 1 to 9.');
  }
  return Number(value);
}

export function parseColour(value: unknown): TagColour | undefined {
  if (value === undefined || value === null) return undefined;
  const colour = TAG_COLOURS.find((known) => known === value);
  if (!colour) throw new Error('A tag has one of the colours offered, or none.');
  return colour;
}

/** What is said of a saved search, each part checked; others are dropped. */
export function parseSearchDraft(value: unknown): SearchDraft {
  const { name, query, tag } = isRecord(value) ? value : {};
  const title = parseText(name).trim().slice(0, 200);
  const words = parseText(query).trim();
  return {
    ...(title !== '' && { name: title }),
    ...(words !== '' && { query: words }),
    ...(tag !== undefined && { tag: tag === null || tag === '' ? null : parseTag(tag) }),
  };
}

export function parseText(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_QUERY) : '';
}

export function parseCount(value: unknown, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.floor(Number(value)), 0), most) : most;
}

/** The known fields of a change to a rule, each checked; others are dropped. */
export function parseRuleChange(value: unknown): RuleChange {
  if (!isRecord(value)) throw new Error('A rule needs words to look for.');
  const { query, action, sites, enabled, unless, expiresAt, note } = value;
  return {
    ...(query !== undefined && { query: parseQuery(query) }),
    ...(action !== undefined && { action: parseAction(action) }),
    ...(sites !== undefined && { sites: parseSites(sites) }),
    ...(enabled !== undefined && { enabled: enabled === true }),
    ...(unless !== undefined && { unless: orNull(unless, parseQuery) }),
    ...(expiresAt !== undefined && { expiresAt: orNull(expiresAt, parseInstant) }),
    ...(note !== undefined && { note: orNull(note, parseText) }),
  };
}

/** A new rule's fields, each checked. */
export function parseRuleDraft(value: unknown): Omit<Rule, 'id' | 'createdAt'> {
  const { query, action, sites, enabled, ...rest } = parseRuleChange(value);
  if (query === undefined) throw new Error('A rule needs words to look for.');
  return {
    query,
    action: action ?? 'collapse',
    sites: sites ?? [],
    enabled: enabled ?? true,
    ...withoutNulls(rest),
  };
}

/** What is left of a rule's fields once those that are `null` are taken away. */
export function withoutNulls<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]: Exclude<Fields[Name], null> } {
  const left = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.fromEntries(left) as { [Name in keyof Fields]: Exclude<Fields[Name], null> };
}

function orNull<Read>(value: unknown, read: (value: unknown) => Read): Read | null {
  return value === null || value === '' ? null : read(value);
}

export function parseInstant(value: unknown): string {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw new Error('A rule ends on a day.');
  return new Date(time).toISOString();
}

export function parseSeenAction(value: unknown): SeenAction {
  if (value === 'leave' || value === 'dim' || value === 'collapse') return value;
  throw new Error('Seen papers are left, dimmed or collapsed.');
}

function parseQuery(value: unknown): string {
  const query = typeof value === 'string' ? value.normalize('NFC').trim() : '';
  // A query without a letter or digit would match nothing, or everything.
  if (!/[\p{L}\p{N}]/u.test(query)) throw new Error('A rule needs words to look for.');
  if (query.length > LONGEST_QUERY) {
    throw new Error(`A rule has room for ${LONGEST_QUERY} characters.`);
  }
  return query;
}

function parseAction(value: unknown): RuleAction {
  if (!isRuleAction(value)) throw new Error('A rule hides, collapses, dims, highlights or pins.');
  return value;
}

function parseSites(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Error('A rule’s sites are a list.');
  const sites = value.slice(0, MOST_SITES);
  return sites.filter((site) => typeof site === 'string' && site.length <= 100);
}
