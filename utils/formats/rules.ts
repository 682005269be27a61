import { type Rule, type RuleDraft, isRuleAction } from '@/utils/domain/rule';

/** What a file or a pasted text says of rules. */
export type ReadRules = {
  readonly drafts: readonly RuleDraft[];
  /** What the pack is called, when it says so. */
  readonly name?: string;
  /** What is no rule, with the number of its line or of its place in the list. */
  readonly unreadable: readonly { readonly at: number; readonly text: string }[];
};

/** Largest text read, in characters. */
const LARGEST = 2_000_000;

/** Rules read at once; more is no pack a person wrote. */
const MOST = 10_000;

const FORMAT = 'offprint-rules';

/** The rules as JSON that `readRules` takes back; what is the reader's own (ids, switches) stays here. */
export function writeRules(rules: readonly Rule[], name?: string): string {
  const drafts = rules.map(({ query, action, unless, sites, expiresAt, note }) => ({
    query,
    action,
    ...(unless !== undefined && { unless }),
    ...(sites.length > 0 && { sites }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(note !== undefined && { note }),
  }));
  const file = { format: FORMAT, version: 1, ...(name !== undefined && { name }), rules: drafts };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads rules: JSON as `writeRules` gives it, or one rule a line, `action: query unless: query`, where
 * the action (`collapse`) and the exception may be left out and lines that begin with `//` say nothing.
 * Never throws; what cannot be read is listed.
 */
export function readRules(text: string): ReadRules {
  const given = text.slice(0, LARGEST).trim();
  return /^[[{]/.test(given) ? readJson(given) : readLines(given);
}

function readJson(text: string): ReadRules {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return {
      drafts: [],
      unreadable: [{ at: 1, text: error instanceof Error ? error.message : '' }],
    };
  }
  const listed: unknown = Array.isArray(file) ? file : isRecord(file) ? file['rules'] : undefined;
  const name = isRecord(file) && typeof file['name'] === 'string' ? file['name'].trim() : '';
  const rules: readonly unknown[] = Array.isArray(listed) ? listed.slice(0, MOST) : [file];
  const drafts: RuleDraft[] = [];
  const unreadable: ReadRules['unreadable'][number][] = [];
  for (const [index, rule] of rules.entries()) {
    const draft = readDraft(rule);
    if (draft) drafts.push(draft);
    else unreadable.push({ at: index + 1, text: JSON.stringify(rule)?.slice(0, 200) ?? '' });
  }
  return { drafts, unreadable, ...(name !== '' && { name: name.slice(0, 100) }) };
}

function readDraft(value: unknown): RuleDraft | undefined {
  if (!isRecord(value)) return undefined;
  const { query, action = 'collapse', unless, sites = [], expiresAt, note } = value;
  if (typeof query !== 'string' || query.trim() === '' || !isRuleAction(action)) return undefined;
  if (!Array.isArray(sites) || !sites.every((site) => typeof site === 'string')) return undefined;
  // A rule that would do more than was meant without its exception, or longer, is none.
  if (unless !== undefined && typeof unless !== 'string') return undefined;
  if (expiresAt !== undefined && !isInstant(expiresAt)) return undefined;
  return {
    query: query.trim(),
    action,
    sites,
    ...(unless !== undefined && { unless }),
    ...(isInstant(expiresAt) && { expiresAt }),
    ...(typeof note === 'string' && note !== '' && { note: note.slice(0, 1_000) }),
  };
}

const LINE = /^(?:(\w+):\s+)?(.*?)(?:\s+unless:\s+(.+))?$/;

function readLines(text: string): ReadRules {
  const drafts: RuleDraft[] = [];
  const unreadable: ReadRules['unreadable'][number][] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('//') || drafts.length >= MOST) continue;
    const [, action = 'collapse', query = '', unless] = LINE.exec(line) ?? [];
    if (isRuleAction(action) && query !== '') {
      drafts.push({ query, action, sites: [], ...(unless !== undefined && { unless }) });
    } else unreadable.push({ at: index + 1, text: line.slice(0, 200) });
  }
  return { drafts, unreadable };
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
