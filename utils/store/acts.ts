import type { ActChange, Change, FactTable, Operation, PastAct } from '@/utils/domain/operation';
import type { PaperId } from '@/utils/domain/paper-id';
import type { ActRow, OffprintDatabase, OperationRow } from './database';
import { fieldsOf } from './facts';

/** What of an operation is read again and again, without the weight of its changes. */
export function actOf(operation: Operation | OperationRow): ActRow {
  const { undoable: _undoable, changes, ...act } = operation as OperationRow;
  const read = act.kind === 'import' ? changes.flatMap(readIn) : [];
  return read.length > 0 ? { ...act, read } : act;
}

function readIn({ table, key, after }: Change): [PaperId, string][] {
  const isRead = table === 'entries' && after?.['state'] === 'read';
  const savedAt = after?.['savedAt'];
  return isRead && typeof savedAt === 'string' ? [[key as PaperId, savedAt]] : [];
}

/** Operations on more papers than these are not read for what they did to one of them. */
const FEW_PAPERS = 100;

/** Operations whose changes are read at once. */
const MOST_READ = 200;

/**
 * Acts as a history tells them, with what each did to the paper it is told of; `of` is that paper, and
 * without it acts on one paper tell of that one.
 */
export async function pastActs(
  db: OffprintDatabase,
  rows: readonly ActRow[],
  of?: PaperId,
): Promise<Omit<PastAct, 'titles'>[]> {
  const told = rows
    .filter(({ papers }) => papers.length <= (of === undefined ? 1 : FEW_PAPERS))
    .slice(0, MOST_READ)
    .map(({ id }) => id);
  const operations = new Map(
    (await db.operations.bulkGet(told)).map((row, index) => [told[index], row]),
  );
  return rows.map(({ read: _read, ...act }) => {
    const paper = of ?? act.papers[0];
    const operation = operations.get(act.id);
    const changes = operation
      ? operation.changes.filter(({ key }) => key === paper).flatMap(lightly)
      : bySubject(act);
    return changes.length > 0 ? { ...act, changes } : act;
  });
}

/** How the fields of a table are called outside the store, where that differs. */
const NAMES: Partial<Record<FactTable, Readonly<Record<string, string>>>> = {
  notes: { text: 'note' },
  citationKeys: { key: 'citationKey' },
  aliases: { id: 'alias' },
};

/** What an entry has when it is new goes without saying. */
const PLAIN: Readonly<Record<string, string>> = { state: 'inbox' };

function lightly({ table, before, after }: Change): ActChange[] {
  return fieldsOf(before ?? {}, after ?? {}).flatMap((name) => {
    const [was, is] = [before, after].map((side) => textOf(side?.[name]));
    if (was === is || (before === null && is === PLAIN[name])) return [];
    return [
      {
        field: NAMES[table]?.[name] ?? name,
        ...(was !== undefined && { before: was }),
        ...(is !== undefined && { after: is }),
      },
    ];
  });
}

/** Characters of a value that a history shows. */
const SHOWN = 300;

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === false || value === '') return undefined;
  const text = Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
  return text === '' ? undefined : text.slice(0, SHOWN);
}

/** What a change to many papers did to each of them, as far as its subject says. */
function bySubject({ kind, subject = '' }: Omit<Operation, 'changes'>): ActChange[] {
  switch (kind) {
    case 'state':
      return [{ field: 'state', after: subject }];
    case 'tag':
      return [{ field: 'tags', after: subject }];
    case 'untag':
      return [{ field: 'tags', before: subject }];
    case 'star':
      return [{ field: 'starred', after: 'true' }];
    case 'unstar':
      return [{ field: 'starred', before: 'true' }];
    default:
      return [];
  }
}
