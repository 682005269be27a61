import { tagKey } from '@/utils/domain/tag';
import { withoutDigit } from './facts';
import { parseDigit, parseTag } from './parse-arguments';
import type { Store } from './parts';
import { type Draft, type Intent, change, transact } from './writing';

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Gives a new tag the first free digit, so that the keys 1–9 serve a reader who never set any. */
export async function giveDigit({ db }: Store, draft: Draft, name: string): Promise<void> {
  const key = tagKey(name);
  const row = await db.tags.get(key);
  if (row && (row.count > 0 || row.digit !== undefined)) return;
  const taken = new Set((await db.tags.toArray()).map(({ digit }) => digit));
  const digit = DIGITS.find((candidate) => !taken.has(candidate));
  if (digit === undefined) return;
  const fact = await draft.get('tags', key);
  draft.set('tags', key, { name, ...fact, digit, given: true });
}

/** Frees a digit that nobody chose when its tag comes off the last papers. */
export async function takeGivenDigit(
  { db }: Store,
  draft: Draft,
  key: string,
  losing = 1,
): Promise<void> {
  const row = await db.tags.get(key);
  if (row?.given !== true || row.count > losing) return;
  draft.set('tags', key, withoutDigit(await draft.get('tags', key)));
}

/** Gives a tag a digit or takes it away; whoever had the digit loses it. */
export function setDigit(
  store: Store,
  name: string,
  given: number | undefined,
): Promise<string | undefined> {
  const wanted = parseTag(name);
  const digit = parseDigit(given);
  return transact(store, async () => {
    const intent: Intent = { kind: 'tag-digit', papers: [], subject: wanted };
    const operation = await change(store, intent, async (draft) => {
      if (digit !== undefined) await freeDigit(store, draft, digit, tagKey(wanted));
      const rest = withoutDigit(await draft.get('tags', tagKey(wanted)));
      const row = await store.db.tags.get(tagKey(wanted));
      const name = row?.name ?? wanted;
      draft.set('tags', tagKey(wanted), digit === undefined ? rest : { ...rest, name, digit });
    });
    return operation?.id;
  });
}

async function freeDigit(store: Store, draft: Draft, digit: number, but: string): Promise<void> {
  const holders = await store.db.tags.filter((tag) => tag.digit === digit).toArray();
  for (const { key } of holders) {
    const fact = await draft.get('tags', key);
    if (key !== but) draft.set('tags', key, withoutDigit(fact));
  }
}
