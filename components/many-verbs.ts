import type { EntryRow } from '@/utils/domain/entry';
import { type Tag, tagKey } from '@/utils/domain/tag';
import type { Papers } from './finder';
import type { ManyAction } from './row-keys';
import { type RowVerbsParts, copyCitation } from './row-verbs';
import type { Bulk } from './use-bulk';
import type { Selection } from './use-selection';

export type ManyParts = Pick<RowVerbsParts, 'library' | 'place' | 'changes'> & {
  readonly papers: Papers;
  readonly tags: readonly Tag[];
  readonly selection: Selection;
  readonly bulk: Bulk;
};

/** What a key does to all selected papers; each change is shown before it is made. */
export function actOnMany(parts: ManyParts): (action: ManyAction | number) => void {
  const { bulk, selection, tags } = parts;
  const all = (has: (row: EntryRow) => boolean): boolean => {
    const rows = selectedRows(parts);
    return rows.length > 0 && rows.every(has);
  };
  return (action) => {
    if (typeof action === 'number') {
      const name = tags.find(({ digit }) => digit === action)?.name;
      if (name === undefined) return;
      const wears = ({ tags: worn }: EntryRow): boolean =>
        worn.some((tag) => tagKey(tag) === tagKey(name));
      bulk.ask({ kind: all(wears) ? 'untag' : 'tag', name });
    } else if (action === 'star') {
      bulk.ask({ kind: 'star', starred: !all(({ starred }) => starred) });
    } else if (action === 'copy') void copyCitation(parts, [...selection.ids]);
    else if (action === 'tag') bulk.ask({ kind: 'tag', name: '' });
    else if (action === 'state') bulk.ask({ kind: 'state', state: 'to-read' });
    else bulk.ask({ kind: action });
  };
}

/** Those of the selected papers that are in sight; what they have in common decides which way a key goes. */
function selectedRows({ papers, selection }: ManyParts): readonly EntryRow[] {
  if (papers.kind !== 'found') return [];
  return [...papers.pages.values()].flat().filter(({ id }) => selection.ids.has(id));
}
