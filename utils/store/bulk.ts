import type { BulkChange } from '@/utils/domain/library';
import type { Operation, OperationKind } from '@/utils/domain/operation';
import type { PaperId } from '@/utils/domain/paper-id';
import { tagKey } from '@/utils/domain/tag';
import { giveDigit, takeGivenDigit } from './digits';
import type { Facts } from './facts';
import { parseBulkChange, parseIds, parseText } from './parse-arguments';
import { type Store, nowOf } from './parts';
import { knownSpelling, untrashed } from './saving';
import { Stopped, type Task, beginTask } from './tasks';
import { type Draft, type Intent, change, transact } from './writing';

type EntryFact = Facts['entries'];

/** Papers changed between two looks at whether the reader wants it to stop. */
const CHUNK = 1_000;

/** What a bulk change does to one entry; the same entry when it does nothing. */
type Turn = (entry: EntryFact) => EntryFact;

/**
 * Changes all these papers in one operation, wholly or not at all. `name` names the work, for who
 * wants to see how far it got or to stop it. `undefined` when nothing was to be changed.
 */
export function changeMany(
  store: Store,
  given: readonly PaperId[],
  asked: BulkChange,
  name = '',
): Promise<Operation | undefined> {
  const ids = parseIds(given);
  const wanted = parseBulkChange(asked);
  const task = beginTask(parseText(name));
  const papers: PaperId[] = [];
  return transact(store, async () => {
    papers.length = 0;
    const { kind, subject, turn, after } = await plan(store, wanted);
    const intent = (): Intent => ({ kind, papers, ...(subject !== undefined && { subject }) });
    const work = async (draft: Draft): Promise<void> => {
      for (let start = 0; start < ids.length; start += CHUNK) {
        tell(store, task, 0, ids.length);
        const chunk = ids.slice(start, start + CHUNK);
        await draft.load('entries', chunk);
        for (const id of chunk) {
          const entry = draft.held('entries', id);
          const turned = entry && turn(entry);
          if (turned === entry) continue;
          draft.set('entries', id, turned);
          papers.push(id);
        }
      }
      if (papers.length > 0) await after?.(draft, papers.length);
    };
    return change(store, intent, work, (written) => tell(store, task, written, papers.length));
  }).finally(() => task.end());
}

/**
 * Says how much is written; work without a name is nobody's to follow. Throws where the reader wants
 * it to stop, which takes back what was written.
 */
function tell({ parts }: Store, { name, signal }: Task, done: number, total: number): void {
  if (signal.aborted) throw new Stopped('Stopped. Nothing was changed.');
  if (name !== '') parts.progress?.({ task: name, done, total });
}

/** How many of these papers a bulk change would change. */
export async function countBulk(
  store: Store,
  given: readonly PaperId[],
  asked: BulkChange,
): Promise<number> {
  const { turn } = await plan(store, parseBulkChange(asked));
  return (await concerned(store, parseIds(given), turn)).length;
}

async function concerned({ db }: Store, ids: readonly PaperId[], turn: Turn): Promise<PaperId[]> {
  const papers: PaperId[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const rows = await db.entries.bulkGet(ids.slice(start, start + CHUNK));
    for (const row of rows) if (row && turn(row) !== row) papers.push(row.id);
  }
  return papers;
}

type Plan = {
  readonly kind: OperationKind;
  readonly subject?: string;
  readonly turn: Turn;
  readonly after?: (draft: Draft, papers: number) => Promise<void>;
};

async function plan(store: Store, wanted: BulkChange): Promise<Plan> {
  switch (wanted.kind) {
    case 'tag': {
      const name = await knownSpelling(store, wanted.name);
      return {
        kind: 'tag',
        subject: name,
        turn: onLive((entry) =>
          wears(entry, name) ? entry : { ...entry, tags: [...entry.tags, name] },
        ),
        after: (draft) => giveDigit(store, draft, name),
      };
    }
    case 'untag': {
      const key = tagKey(wanted.name);
      const without = (entry: EntryFact): EntryFact => ({
        ...entry,
        tags: entry.tags.filter((worn) => tagKey(worn) !== key),
      });
      return {
        kind: 'untag',
        subject: wanted.name,
        turn: onLive((entry) => (wears(entry, wanted.name) ? without(entry) : entry)),
        after: (draft, losing) => takeGivenDigit(store, draft, key, losing),
      };
    }
    case 'state': {
      const { state } = wanted;
      const isOpened = state === 'reading' || state === 'read';
      const turn = onLive((entry) => {
        if (entry.state === state) return entry;
        const { heldVersion: _held, ...rest } = entry;
        // Which version each was read in is not looked up for thousands.
        return isOpened ? { ...rest, state } : { ...entry, state };
      });
      return { kind: 'state', subject: state, turn };
    }
    case 'star': {
      const { starred } = wanted;
      const turn = onLive((entry) => (entry.starred === starred ? entry : { ...entry, starred }));
      return { kind: starred ? 'star' : 'unstar', turn };
    }
    case 'trash': {
      const trashedAt = nowOf(store);
      return { kind: 'trash', turn: onLive((entry) => ({ ...entry, trashedAt })) };
    }
    case 'restore':
      return { kind: 'restore', turn: untrashed };
  }
}

/** Leaves what lies in the trash. */
function onLive(turn: Turn): Turn {
  return (entry) => (entry.trashedAt === undefined ? turn(entry) : entry);
}

function wears({ tags }: EntryFact, name: string): boolean {
  const key = tagKey(name);
  return tags.some((worn) => tagKey(worn) === key);
}
