import type { OperationKind } from '@/utils/domain/operation';
import { type StringKey, text } from '@/utils/strings';

/** What each kind of change is called once it is done. */
const NAMES: Readonly<Record<OperationKind, StringKey>> = {
  save: 'didSave',
  tag: 'didTag',
  untag: 'didUntag',
  note: 'didNote',
  state: 'didState',
  trash: 'didTrash',
  restore: 'didRestore',
  hide: 'didHide',
  unhide: 'didUnhide',
  'rule-add': 'didAddRule',
  'rule-edit': 'didEditRule',
  'rule-remove': 'didRemoveRule',
  'tag-digit': 'didSetDigit',
  'sandbox-clear': 'didClearSandbox',
  undo: 'undone',
};

/** The sentence for a change that was done, e.g. “Tag added”. */
export function operationName(kind: OperationKind): string {
  return text(NAMES[kind]);
}
