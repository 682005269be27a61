import Dexie, { type Table } from 'dexie';
import type { CiteOptions, CitedAs } from '@/utils/domain/citing';
import type { ImportedPaper } from '@/utils/domain/library';
import type { Clock } from '@/utils/domain/clock';
import type { EntryRow } from '@/utils/domain/entry';
import type { PaperFacts } from '@/utils/domain/merge';
import type { LookUpSource } from '@/utils/domain/outside';
import type { Operation } from '@/utils/domain/operation';
import type { Edits, IsoDate, IsoInstant } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Rule, RuleHit } from '@/utils/domain/rule';
import type { Tag } from '@/utils/domain/tag';
import type { SavedSearch } from '@/utils/domain/saved-search';
import type { SeenAction } from '@/utils/domain/verdict';
import { actOf } from './acts';
import type {
  FactsRow,
  MembersRow,
  PositionsRow,
  PostingsRow,
  SegmentHead,
} from '@/utils/search/segment';

/** All facts of a paper that was ever seen or saved. */
export type PaperRow = PaperFacts & {
  readonly id: PaperId;
  /** Pinned when it was first handed out. */
  readonly citationKey?: string;
  /** What the reader wrote; it stands in `paper` already, and what sites say is kept beside. */
  readonly edits?: Edits;
  readonly unedited?: PaperFacts;
  /** When these services knew of no published version. */
  readonly unpublished?: {
    readonly at: IsoInstant;
    readonly sources: readonly LookUpSource[];
    /** What they were asked with. */
    readonly about: string;
  };
};

/** What lists show of a saved paper, with the keys their indexes need. */
export type ListedEntry = EntryRow & {
  readonly list: 'live' | 'trash';
  /** `[tag key, savedAt, id]` for each tag of a live entry, so that one tag's newest are one range. */
  readonly tagged: readonly (readonly [string, IsoInstant, PaperId])[];
};

export type NoteRow = { readonly id: PaperId; readonly text: string };

export type HiddenRow = { readonly id: PaperId; readonly hiddenAt: IsoInstant };

/** A tag under its `tagKey`; kept at a count of 0, for its name and its last use. */
export type TagRow = Tag & { readonly key: string; readonly given?: true };

/** A citation key in lower case, and whose it is for ever. */
export type KeyRow = { readonly key: string; readonly id: PaperId };

/** That a paper stood on a site's listings. */
export type Sighting = {
  readonly id: PaperId;
  readonly site: string;
  readonly firstSeen: IsoInstant;
  readonly lastSeen: IsoInstant;
  /** When the visit began to which `lastSeen` belongs. */
  readonly visit: IsoInstant;
};

/** That a rule matched a paper: first, last, and what came of it. */
export type HitRow = RuleHit & { readonly first: IsoInstant; readonly last: IsoInstant };

/** `undoable` is there while the operation can be undone by "undo the latest". */
export type OperationRow = Operation & { readonly undoable?: 1 };

/** An operation without its changes: what histories, counts and figures read. */
export type ActRow = Omit<Operation, 'changes'> & {
  /** Papers an import brought as read, with when it says they were saved. */
  readonly read?: readonly (readonly [PaperId, IsoInstant])[];
};

/** That two papers are not one, under both their ids with a blank between, the lesser first. */
export type DistinctRow = { readonly id: string; readonly at: IsoInstant };

/** Another id of a paper, and the one it is kept under. */
export type AliasRow = { readonly alias: PaperId; readonly id: PaperId };

/** A piece of an import that waits for the reader's word. */
export type StagedRow = {
  readonly number?: number;
  readonly task: string;
  readonly at: IsoInstant;
  readonly papers: readonly ImportedPaper[];
};

/** What is told anew of a paper whose texts hold: its entry, where and when it was seen, whether it is hidden. */
export type Retelling = 'entry' | 'seen' | 'hidden';

/**
 * That the index is behind with a paper. Numbered, so that who has caught up says until where;
 * `retold` where only that has changed.
 */
export type StaleRow = {
  readonly number?: number;
  readonly id: PaperId;
  readonly retold?: Retelling;
};

export type MetaRow =
  | { readonly key: 'counts'; readonly live: number; readonly trash: number }
  | { readonly key: 'clock'; readonly clock: Clock }
  | { readonly key: 'device'; readonly device: string }
  | { readonly key: 'paused'; readonly paused: boolean }
  | { readonly key: 'swept'; readonly day: IsoDate }
  | { readonly key: 'citing'; readonly options: CiteOptions }
  | { readonly key: 'seen-action'; readonly action: SeenAction }
  | {
      readonly key: `visit ${string}`;
      readonly last: IsoInstant;
      /** When the visit before this one ended. */
      readonly before?: IsoInstant;
    };

/** The tables and their versions, nothing else. */
export class OffprintDatabase extends Dexie {
  declare readonly papers: Table<PaperRow, PaperId>;
  declare readonly entries: Table<ListedEntry, PaperId>;
  declare readonly notes: Table<NoteRow, PaperId>;
  declare readonly hidden: Table<HiddenRow, PaperId>;
  declare readonly rules: Table<Rule, string>;
  declare readonly tags: Table<TagRow, string>;
  declare readonly keys: Table<KeyRow, string>;
  declare readonly sightings: Table<Sighting, [PaperId, string]>;
  declare readonly hits: Table<HitRow, [string, PaperId]>;
  declare readonly operations: Table<OperationRow, string>;
  declare readonly acts: Table<ActRow, string>;
  declare readonly meta: Table<MetaRow, MetaRow['key']>;
  declare readonly searches: Table<SavedSearch, string>;
  declare readonly distinct: Table<DistinctRow, string>;
  declare readonly aliases: Table<AliasRow, PaperId>;
  declare readonly staged: Table<StagedRow, number>;
  declare readonly cited: Table<CitedAs, PaperId>;
  declare readonly stale: Table<StaleRow, number>;
  declare readonly segments: Table<SegmentHead, number>;
  declare readonly members: Table<MembersRow, number>;
  declare readonly columns: Table<FactsRow, number>;
  declare readonly postings: Table<PostingsRow, [string, number]>;
  declare readonly positions: Table<PositionsRow, [string, number]>;

  /**
   * Only `strict` waits for the disk: a save that was acknowledged survives a power cut. What can be
   * made anew is written `relaxed`.
   */
  constructor(name = 'offprint', durability: 'strict' | 'relaxed' = 'strict') {
    super(name, { chromeTransactionDurability: durability });
    this.version(1).stores({
      papers: 'id',
      entries: 'id, [list+savedAt+id], [list+state+savedAt+id], *tagged',
      notes: 'id',
      hidden: 'id',
      rules: 'id',
      tags: 'key',
      keys: 'key',
      sightings: '[id+site], id, [site+firstSeen]',
      operations: 'id, undoable',
      meta: 'key',
    });
    this.version(2).stores({
      sightings: '[id+site], id, [site+firstSeen], lastSeen',
      hits: '[rule+id], [rule+last], last',
    });
    this.version(3)
      .stores({
        searches: 'id',
        distinct: 'id',
        stale: '++number',
        segments: 'segment',
        members: 'segment',
        columns: 'segment',
        postings: '[shard+segment], segment',
        positions: '[shard+segment], segment',
      })
      .upgrade(async (transaction) => {
        const ids = await transaction
          .table<ListedEntry, PaperId>('entries')
          .toCollection()
          .primaryKeys();
        await transaction.table<StaleRow, number>('stale').bulkAdd(ids.map((id) => ({ id })));
      });
    this.version(4)
      .stores({
        aliases: 'alias, id',
        staged: '++number, task',
        cited: 'id',
        acts: 'id, *papers',
      })
      .upgrade(async (transaction) => {
        const acts: ActRow[] = [];
        await transaction
          .table<OperationRow, string>('operations')
          .each((operation) => acts.push(actOf(operation)));
        await transaction.table<ActRow, string>('acts').bulkAdd(acts);
      });
    // A newer Offprint wants to upgrade: let go, and open again with the next question.
    this.on('versionchange', () => this.close({ disableAutoOpen: false }));
    this.on('blocked', () => console.warn('Offprint waits for an older page of its own to close.'));
  }

  /** What the reader's changes write: all but the index, which is written behind their back. */
  get kept(): Table[] {
    const index: readonly Table[] = this.index;
    return this.tables.filter(({ name }) => !index.some((table) => table.name === name));
  }

  /** The index behind find. */
  get index(): Table[] {
    return [this.segments, this.members, this.columns, this.postings, this.positions];
  }
}
