import type { KeyProposal } from '@/utils/domain/citing';
import type { Operation } from '@/utils/domain/operation';
import type { PaperId } from '@/utils/domain/paper-id';
import { citeOptions } from './cite-settings';
import type { OffprintDatabase, PaperRow } from './database';
import { relist } from './listing-rows';
import { parseId, parseIds } from './parse-arguments';
import { isRecord } from './parse-text';
import type { Store } from './parts';
import { change, transact } from './writing';

/** Papers that get their keys in one transaction. */
const CHUNK = 2_000;

/** Gives each paper a key nobody has or ever had, without regard to case; earlier papers choose first. */
export async function pinKeys(store: Store, ids: readonly PaperId[]): Promise<void> {
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK);
    await transact(store, async () => {
      const rows = (await store.db.papers.bulkGet(chunk)).flatMap((row) => row ?? []);
      const unkeyed = rows.filter(({ citationKey }) => citationKey === undefined);
      if (unkeyed.length > 0) await pin(store, unkeyed);
    });
  }
}

async function pin({ db, parts }: Store, papers: readonly PaperRow[]): Promise<void> {
  const { keyTemplate } = await citeOptions(db);
  const bases = papers.map(({ paper }) => parts.cite.baseKey(paper, keyTemplate));
  const taken = await ownersOf(
    db,
    papers.map(({ id }, index) => ({ id, base: bases[index] ?? '' })),
  );
  const pinned = papers.map((row, index): PaperRow => {
    const citationKey = free({ db, parts }, bases[index] ?? '', row.id, taken);
    return { ...row, citationKey };
  });
  await storePinned(db, pinned);
}

/** The first form of a key that is nobody else's, which is the paper's from then on. */
function free({ parts }: Store, base: string, id: PaperId, taken: Map<string, PaperId>): string {
  const key = parts.cite.uniqueKey(base, (wanted) => {
    const owner = taken.get(wanted.toLowerCase());
    return owner !== undefined && owner !== id;
  });
  taken.set(key.toLowerCase(), id);
  return key;
}

/** From how many on it is cheaper to read all keys at once. */
const MANY = 50;

/** A key that a paper would have. */
type WantedKey = { readonly id: PaperId; readonly base: string };

/**
 * Whose keys are in the way of these: where one is another paper's, or wanted more than once, all those
 * that begin like it. Keys are never given back, so what follows a free one matters to nobody else.
 */
async function ownersOf(
  db: OffprintDatabase,
  wanted: readonly WantedKey[],
): Promise<Map<string, PaperId>> {
  const seekers = new Map<string, Set<PaperId>>();
  for (const { id, base } of wanted) {
    const key = base.toLowerCase();
    seekers.set(key, (seekers.get(key) ?? new Set()).add(id));
  }
  const rows = await db.keys.bulkGet([...seekers.keys()]);
  const crowded = [...seekers].flatMap(([key, ids], index) => {
    const owner = rows[index]?.id;
    return ids.size > 1 || (owner !== undefined && !ids.has(owner)) ? [key] : [];
  });
  const found =
    crowded.length > MANY
      ? await db.keys.toArray()
      : (
          await Promise.all(crowded.map((key) => db.keys.where('key').startsWith(key).toArray()))
        ).flat();
  return new Map(found.map(({ key, id }) => [key, id]));
}

/** How the keys of these papers would be made today, where that differs; changes nothing. */
export async function previewKeys(store: Store, given: readonly PaperId[]): Promise<KeyProposal[]> {
  const { db, parts } = store;
  const { keyTemplate } = await citeOptions(db);
  const rows = (await db.papers.bulkGet(parseIds(given))).flatMap((row) => row ?? []);
  const bases = rows.map(({ paper }) => parts.cite.baseKey(paper, keyTemplate));
  const taken = await ownersOf(
    db,
    rows.map(({ id }, index) => ({ id, base: bases[index] ?? '' })),
  );
  return rows.flatMap(({ id, paper, citationKey }, index) => {
    const after = free(store, bases[index] ?? '', id, taken);
    if (after === citationKey) return [];
    return [{ id, title: paper.title, after, ...(citationKey && { before: citationKey }) }];
  });
}

/** Gives papers other keys. Throws when one is no key, or was ever another paper's. */
export function setKeys(
  store: Store,
  given: readonly Pick<KeyProposal, 'id' | 'after'>[],
): Promise<Operation | undefined> {
  const wanted = new Map((Array.isArray(given) ? given : []).map(parsePair));
  const subject = wanted.size === 1 ? [...wanted.values()][0] : undefined;
  const intent = { kind: 'keys' as const, papers: [...wanted.keys()], ...(subject && { subject }) };
  return transact(store, async () => {
    const taken = await ownersOf(
      store.db,
      [...wanted].map(([id, base]) => ({ id, base })),
    );
    return change(store, intent, async (draft) => {
      await draft.load('citationKeys', [...wanted.keys()]);
      for (const [id, key] of wanted) {
        const owner = taken.get(key.toLowerCase());
        if (owner !== undefined && owner !== id) {
          throw new Error(`“${key}” is another paper’s citation key. Choose a different one.`);
        }
        taken.set(key.toLowerCase(), id);
        if (draft.held('citationKeys', id)?.key !== key) draft.set('citationKeys', id, { key });
      }
    });
  });
}

function parsePair(value: unknown): [PaperId, string] {
  const { id, after } = isRecord(value) ? value : {};
  return [parseId(id), parseKey(after)];
}

/** What a reader gives a paper for its key: what every program takes, old ones too. */
const KEY = /^[A-Za-z\d][A-Za-z\d:.+/_-]{0,99}$/;

function parseKey(value: unknown): string {
  if (typeof value === 'string' && KEY.test(value)) return value;
  throw new Error(
    'A citation key has letters, digits and : . + / _ - and begins with a letter or digit.',
  );
}

/** Keys that a file gives papers: each is taken where the paper has none and nobody else has it. */
export async function adoptKeys(
  { db }: Store,
  wanted: readonly { readonly id: PaperId; readonly key: string }[],
): Promise<void> {
  if (wanted.length === 0) return;
  const rows = await db.papers.bulkGet(wanted.map(({ id }) => id));
  const owners = await db.keys.bulkGet(wanted.map(({ key }) => key.toLowerCase()));
  const taken = new Map(owners.flatMap((row) => (row ? [[row.key, row.id]] : [])));
  const keyed = new Map<PaperId, PaperRow>();
  for (const [index, { id, key }] of wanted.entries()) {
    const row = keyed.get(id) ?? rows[index];
    const owner = taken.get(key.toLowerCase()) ?? id;
    if (!row || row.citationKey !== undefined || owner !== id) continue;
    taken.set(key.toLowerCase(), id);
    keyed.set(id, { ...row, citationKey: key });
  }
  await storePinned(db, [...keyed.values()]);
}

async function storePinned(db: OffprintDatabase, pinned: readonly PaperRow[]): Promise<void> {
  if (pinned.length === 0) return;
  await db.keys.bulkPut(
    pinned.map(({ id, citationKey = '' }) => ({ key: citationKey.toLowerCase(), id })),
  );
  await db.papers.bulkPut(pinned);
  await relist(
    db,
    pinned.map(({ id }) => id),
    new Map(),
    true,
  );
}
