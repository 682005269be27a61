import type { PaperId } from './paper-id';

/** The reader's facts an operation may change; each is one table of the store. */
export type FactTable =
  | 'entries'
  | 'notes'
  | 'hidden'
  | 'rules'
  | 'tags'
  | 'edits'
  | 'searches'
  | 'distinct'
  | 'aliases'
  | 'citationKeys';

/** One fact before and after. Only the fields that changed are listed; `null` means no such row. */
export type Change = {
  readonly table: FactTable;
  readonly key: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
};

export type OperationKind =
  | 'save'
  | 'import'
  | 'tag'
  | 'untag'
  | 'note'
  | 'state'
  | 'edit'
  | 'star'
  | 'unstar'
  | 'trash'
  | 'restore'
  | 'sweep'
  | 'hide'
  | 'unhide'
  | 'rule-add'
  | 'rule-edit'
  | 'rule-remove'
  | 'search-add'
  | 'search-edit'
  | 'search-remove'
  | 'keep'
  | 'merge'
  | 'join'
  | 'keys'
  | 'cite-published'
  | 'cite-preprint'
  | 'distinct'
  | 'tag-digit'
  | 'tag-colour'
  | 'tag-rename'
  | 'tag-remove'
  | 'sandbox-clear'
  | 'go-back'
  | 'undo';

/** Whether "undo the latest" may mean such an operation: not an undoing, and not what no reader did. */
export function isOwnAct(kind: OperationKind): boolean {
  return kind !== 'undo' && kind !== 'sweep' && kind !== 'join';
}

/** What an act made of one field of a paper, as text; a side that was or is empty is absent. */
export type ActChange = {
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
};

/** A change as a history tells it. */
export type PastAct = Omit<Operation, 'changes'> & {
  /** Titles of the first few papers concerned. */
  readonly titles: readonly string[];
  /** What became of the paper asked about, or of the only one concerned. */
  readonly changes?: readonly ActChange[];
};

/** One change by the reader, with all that is needed to take it back and to tell another device. */
export type Operation = {
  /** Unique, and sorts by time: hybrid logical time, then device. */
  readonly id: string;
  readonly device: string;
  readonly kind: OperationKind;
  readonly papers: readonly PaperId[];
  /** The tag, state or query concerned, for a history a person can read. */
  readonly subject?: string;
  readonly changes: readonly Change[];
  /** The operation this one takes back. */
  readonly undoes?: string;
  /** Set once it was taken back. */
  readonly undoneBy?: string;
};
