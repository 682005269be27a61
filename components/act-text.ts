import { READING_STATES } from '@/utils/domain/entry';
import type { OperationKind, PastAct } from '@/utils/domain/operation';
import { topicName } from '@/utils/query/topic-name';
import { type StringKey, counted, text } from '@/utils/strings';
import { STATE_NAMES } from './state-names';

const KINDS: Record<Exclude<OperationKind, 'undo'>, StringKey> = {
  save: 'pastSave',
  import: 'pastImport',
  tag: 'pastTag',
  untag: 'pastUntag',
  note: 'pastNote',
  state: 'pastState',
  edit: 'pastEdit',
  star: 'pastStar',
  unstar: 'pastUnstar',
  trash: 'pastTrash',
  restore: 'pastRestore',
  sweep: 'pastSweep',
  hide: 'pastHide',
  unhide: 'pastUnhide',
  'rule-add': 'pastRuleAdd',
  'rule-edit': 'pastRuleEdit',
  'rule-remove': 'pastRuleRemove',
  'search-add': 'pastSearchAdd',
  'search-edit': 'pastSearchEdit',
  'search-remove': 'pastSearchRemove',
  keep: 'pastKeep',
  merge: 'pastMerge',
  join: 'pastJoin',
  keys: 'pastKeys',
  'cite-published': 'pastCitePublished',
  'cite-preprint': 'pastCitePreprint',
  distinct: 'pastDistinct',
  'tag-digit': 'pastTagDigit',
  'tag-colour': 'pastTagColour',
  'tag-rename': 'pastTagRename',
  'tag-remove': 'pastTagRemove',
  'sandbox-clear': 'pastSandboxClear',
  'go-back': 'pastGoBack',
};

function subjectText(kind: OperationKind, subject: string): string {
  const state = kind === 'state' && READING_STATES.find((name) => name === subject);
  return state ? text(STATE_NAMES[state]) : topicName(subject);
}

/** What was done, in words, with the first of the papers concerned. */
export function actText({ kind, subject = '', titles, papers }: PastAct): string {
  // Undoings are not listed; what they took back says so itself.
  const what = kind === 'undo' ? '' : text(KINDS[kind], subjectText(kind, subject));
  const named = titles.join(', ');
  const more = papers.length - titles.length;
  if (named === '') return what;
  return more > 0 ? `${what}: ${counted('andMore', more, named)}` : `${what}: ${named}`;
}
