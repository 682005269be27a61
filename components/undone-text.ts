import type { Undone } from '@/utils/domain/library';
import type { OperationKind } from '@/utils/domain/operation';
import { type StringKey, text } from '@/utils/strings';

const KEYS: Record<OperationKind, StringKey> = {
  save: 'undoneSave',
  import: 'undoneImport',
  tag: 'undoneTag',
  untag: 'undoneUntag',
  note: 'undoneNote',
  state: 'undoneState',
  edit: 'undoneEdit',
  star: 'undoneStar',
  unstar: 'undoneUnstar',
  trash: 'undoneTrash',
  restore: 'undoneRestore',
  sweep: 'undoneSweep',
  hide: 'undoneHide',
  unhide: 'undoneUnhide',
  'rule-add': 'undoneRuleAdd',
  'rule-edit': 'undoneRuleEdit',
  'rule-remove': 'undoneRuleRemove',
  'search-add': 'undoneSearchAdd',
  'search-edit': 'undoneSearchEdit',
  'search-remove': 'undoneSearchRemove',
  keep: 'undoneKeep',
  merge: 'undoneMerge',
  join: 'undoneJoin',
  keys: 'undoneKeys',
  'cite-published': 'undoneCiting',
  'cite-preprint': 'undoneCiting',
  distinct: 'undoneDistinct',
  'tag-digit': 'undoneTagDigit',
  'tag-colour': 'undoneTagColour',
  'tag-rename': 'undoneTagRename',
  'tag-remove': 'undoneTagRemove',
  'sandbox-clear': 'undoneSandboxClear',
  'go-back': 'undoneGoBack',
  undo: 'doneAgain',
};

/** A sentence that says what was taken back. */
export function undoneText({ kind, operation }: Undone): string {
  return text(KEYS[kind], operation.subject ?? '');
}
