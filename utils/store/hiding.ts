import type { Changed, Subject } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { parseId } from './parse-arguments';
import { type Store, nowOf } from './parts';
import { changePaper } from './saving';

export function hide(store: Store, subject: Subject): Promise<Changed> {
  return changePaper(store, subject, { kind: 'hide' }, async (draft, id) => {
    const hidden = await draft.get('hidden', id);
    if (!hidden) draft.set('hidden', id, { hiddenAt: nowOf(store) });
  });
}

export function unhide(store: Store, subject: PaperId): Promise<Changed> {
  return changePaper(store, parseId(subject), { kind: 'unhide' }, async (draft, id) => {
    await draft.get('hidden', id);
    draft.set('hidden', id, null);
  });
}
