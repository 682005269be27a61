import type { PaperId } from '@/utils/domain/paper-id';
import { tagKey } from '@/utils/domain/tag';
import { type Store, nowOf } from './parts';
import type { Draft } from './writing';

/** Under which two papers are remembered to be two: both ids, the lesser first. */
export function pairKey(one: PaperId, other: PaperId): string {
  return [one, other].sort().join(' ');
}

/** `keep` gets what the reader thought of `drop`, which goes to the trash; nothing when `drop` is not saved. */
export async function mergeEntries(
  store: Store,
  draft: Draft,
  keep: PaperId,
  drop: PaperId,
): Promise<void> {
  const kept = await draft.get('entries', keep);
  const dropped = await draft.get('entries', drop);
  if (!dropped || dropped.trashedAt !== undefined) return;
  draft.set('entries', drop, { ...dropped, trashedAt: nowOf(store) });
  if (!kept) return draft.set('entries', keep, dropped);
  const { trashedAt: _trashedAt, ...live } = kept;
  const keys = new Set(kept.tags.map(tagKey));
  draft.set('entries', keep, {
    ...live,
    tags: [...kept.tags, ...dropped.tags.filter((name) => !keys.has(tagKey(name)))],
    starred: kept.starred || dropped.starred,
    savedAt: kept.savedAt < dropped.savedAt ? kept.savedAt : dropped.savedAt,
    state: kept.state === 'inbox' ? dropped.state : kept.state,
  });
}

/** `keep` gets the note of `drop` after its own. */
export async function mergeNotes(draft: Draft, keep: PaperId, drop: PaperId): Promise<void> {
  const own = (await draft.get('notes', keep))?.text ?? '';
  const other = (await draft.get('notes', drop))?.text ?? '';
  if (other === '' || own.includes(other)) return;
  draft.set('notes', keep, { text: own === '' ? other : `${own}\n\n${other}` });
}
