import { tagKey } from '@/utils/domain/tag';
import type { Store } from './parts';
import type { Draft } from './writing';

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Gives a new tag the first free digit, so that the keys 1–9 serve a reader who never set any. */
export async function giveDigit({ db }: Store, draft: Draft, name: string): Promise<void> {
  const key = tagKey(name);
  const row = await db.tags.get(key);
  if (row && (row.count > 0 || row.digit !== undefined)) return;
  const taken = new Set((await db.tags.toArray()).map(({ digit }) => digit));
  const digit = DIGITS.find((candidate) => !taken.has(candidate));
  if (digit === undefined) return;
  await draft.get('tags', key);
  draft.set('tags', key, { name, digit, given: true });
}

/** Frees a digit that nobody chose when its tag comes off the last paper. */
export async function takeGivenDigit({ db }: Store, draft: Draft, key: string): Promise<void> {
  const row = await db.tags.get(key);
  if (row?.given !== true || row.count > 1) return;
  await draft.get('tags', key);
  draft.set('tags', key, null);
}
