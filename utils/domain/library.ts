import type { CiteOptions, Citation, CitedAs, KeyProposal } from './citing';
import type { FoundPublished, LookUpSource, SentToZotero } from './outside';
import type { Publication } from './publication';
import type { CardStatus, Entry, EntryRow, ReadingState } from './entry';
import type {
  EditableField,
  Edits,
  IsoDate,
  IsoInstant,
  Paper,
  Provenance,
  Reading,
} from './paper';
import type { PaperId } from './paper-id';
import type { Operation, OperationKind, PastAct } from './operation';
import type { Rule, RuleChange, RuleDraft, RuleHit, RuleRecord } from './rule';
import type { SavedSearch, SearchDraft } from './saved-search';
import type { Tag, TagColour } from './tag';
import type { SeenAction } from './verdict';

/** A paper the library already knows, or one just read from a page. */
export type Subject = PaperId | Reading;

/** What an acknowledged change leaves: how the paper stands now, and the operation to undo it by. */
export type Changed = { readonly status: CardStatus; readonly operation?: string };

/** What every page needs to decide its verdicts. */
export type Ruling = {
  readonly rules: readonly Rule[];
  readonly paused: boolean;
  readonly seenAction: SeenAction;
};

/** How many papers a query that is no rule yet would match. */
export type Reach = {
  /** Of those seen in the last 30 days. */
  readonly seen: number;
  /** Of these, how many are saved. */
  readonly saved: number;
};

/** What a rule would have done to all papers ever seen, as far as they were looked at. */
export type RulePreview = {
  readonly looked: number;
  readonly total: number;
  readonly matching: number;
  /** Of these, how many the rule leaves alone: saved, or named by its `unless`. */
  readonly saved: number;
  readonly excepted: number;
  /** The first of those the rule would act on, the latest seen first. */
  readonly examples: readonly { readonly id: PaperId; readonly title: string }[];
};

/** Fields whose values the library can suggest. */
export type SuggestedField = 'tag' | 'author' | 'cat' | 'primary' | 'org' | 'by';

/** A name the library knows, and on how many papers. */
export type Suggested = { readonly name: string; readonly count: number };

/** The library's answer to a listing's cards: one status a card, in the order asked, and the rules in force. */
export type Seen = Ruling & {
  readonly statuses: readonly CardStatus[];
  readonly tags: readonly Tag[];
  /** When the site was visited before this visit, if it was. */
  readonly lastVisit?: IsoInstant;
};

/** What a list of papers may be sorted by; by relevance where words are asked for, else as saved. */
export const SORTS = [
  'relevance',
  'saved',
  'published',
  'title',
  'author',
  'venue',
  'state',
] as const;
export type SortBy = (typeof SORTS)[number];

/** Which saved papers, and in which order. */
export type Question = {
  /** In the query language; empty finds all. */
  readonly query: string;
  readonly trashed?: boolean;
  /** `relevance` when absent. */
  readonly sort?: SortBy;
  /** The other way round: oldest first, Z to A. */
  readonly reversed?: boolean;
};

/** A page of a question's answer. */
export type Find = Question & {
  readonly limit: number;
  /** How many rows to pass over. */
  readonly offset?: number;
  /** Rows also tell what only their papers and notes say, which takes reading those. */
  readonly extras?: boolean;
};

/** A row of an answer; the rest beside the entry is told when `extras` are asked for. */
export type FoundRow = EntryRow & {
  readonly venue?: string;
  /** A passage of the note or the abstract, where what was asked for stands in nothing else of the row. */
  readonly snippet?: string;
};

export type Found = {
  readonly rows: readonly FoundRow[];
  /** How many match in all. */
  readonly total: number;
};

/** The papers saved on one day: the row of the first. */
export type DayGroup = { readonly day: IsoDate; readonly from: number };

/** One paper that was seen and not saved. */
export type SeenRow = Pick<EntryRow, 'id' | 'title' | 'byline' | 'published'> & {
  /** When it was seen last. */
  readonly seen: IsoInstant;
};

/** What a search through everything seen has found so far. */
export type FoundSeen = {
  readonly looked: number;
  readonly total: number;
  readonly found: number;
  /** The first of them. */
  readonly rows: readonly SeenRow[];
};

/** Everything about one saved paper. */
export type Details = {
  readonly row: EntryRow;
  readonly paper: Paper;
  readonly provenance: Provenance;
  /** What the reader wrote in place of what sites say. */
  readonly edits?: Edits;
  readonly note: string;
  /** The published version that citations may tell of, with who says so. */
  readonly publication?: Publication;
  /** Where and when it was seen. */
  readonly sightings: readonly {
    readonly site: string;
    readonly firstSeen: IsoInstant;
    readonly lastSeen: IsoInstant;
  }[];
};

/** Two saved papers that may be one; the one saved first comes first. */
export type DuplicatePair = { readonly one: Details; readonly other: Details };

/** What happened on one day. */
export type DayFigures = {
  readonly day: IsoDate;
  /** Papers seen for the first time. */
  readonly seen: number;
  readonly hidden: number;
  readonly saved: number;
  readonly read: number;
};

/** The reader's own figures. */
export type Figures = {
  /** One a day, the oldest first. */
  readonly days: readonly DayFigures[];
  /** The tags worn most. */
  readonly tags: readonly {
    readonly name: string;
    readonly saved: number;
    readonly read: number;
  }[];
  /** Days in a row on which something was read. */
  readonly streak: number;
  /** Papers still to read. */
  readonly backlog: number;
};

/** One paper of an import, with what the reader thought of it there. */
export type ImportedPaper = Partial<Pick<Entry, 'savedAt' | 'state' | 'starred' | 'tags'>> & {
  readonly reading: Reading;
  readonly note?: string;
  /** What the file calls it; becomes its citation key when nobody has that. */
  readonly citationKey?: string;
};

/** What came of an import. */
export type Imported = {
  readonly operation?: string;
  readonly added: number;
  /** Were there before; they gained tags and what else was not known of them. */
  readonly known: number;
  /** Had no id or no title. */
  readonly unreadable: number;
};

/** What a staged piece of an import would do. */
export type ImportPreview = {
  readonly added: number;
  /** Saved already, and nothing new about them. */
  readonly known: number;
  /** Saved already, and would gain tags, a note or facts. */
  readonly changed: number;
  readonly unreadable: number;
};

/** What can be done to many papers at once. */
export type BulkChange =
  | { readonly kind: 'tag' | 'untag'; readonly name: string }
  | { readonly kind: 'state'; readonly state: ReadingState }
  | { readonly kind: 'star'; readonly starred: boolean }
  | { readonly kind: 'trash' | 'restore' };

/** How far long work got, under the name its page gave it. */
export type BulkProgress = { readonly task: string; readonly done: number; readonly total: number };

/** What came of asking the papers' sites for their authors. */
export type FetchedAuthors = {
  readonly filled: readonly PaperId[];
  /** Papers that stayed without authors, with the reason in a word a page can translate. */
  readonly missed: readonly {
    readonly id: PaperId;
    readonly reason: 'unknown' | 'network' | 'permission';
  }[];
};

/** What one undo did: its own operation, and the kind of the one it took back. */
export type Undone = {
  readonly operation: Operation;
  readonly kind: OperationKind;
  readonly ids: readonly PaperId[];
};

/**
 * Every verb the program offers. All are asynchronous and take and give plain data; a change is
 * stored when its promise resolves. They throw `Error` with a sentence for the reader; its name is
 * `DiskFull` or `StorageFailed` when the storage was to blame and trying again makes sense.
 */
export type Library = {
  /** Records that these cards stood on a listing of `site`, and says what is known of each. */
  see(site: string, readings: readonly Reading[]): Promise<Seen>;
  /** How these papers stand now. */
  known(ids: readonly PaperId[]): Promise<Seen>;

  /** Saves a paper; saving again changes nothing. */
  save(subject: Subject): Promise<Changed>;
  /** Tags a paper, saving it if need be. Throws when the name is empty or too long. */
  tag(subject: Subject, name: string): Promise<Changed>;
  untag(id: PaperId, name: string): Promise<Changed>;
  /** Sets the note's whole text, saving the paper if need be; keystrokes within a minute are one operation. */
  note(subject: Subject, text: string): Promise<Changed>;
  setState(subject: Subject, state: ReadingState): Promise<Changed>;
  /** Moves papers to the trash, from where `restore` brings them back. */
  trash(ids: readonly PaperId[]): Promise<{ readonly operation?: string }>;
  restore(ids: readonly PaperId[]): Promise<{ readonly operation?: string }>;
  /** Saves papers from elsewhere in one operation; adds to those that are saved, and replaces nothing. */
  importPapers(papers: readonly ImportedPaper[]): Promise<Imported>;
  /** Gives a paper a star, or takes it away. */
  star(subject: Subject, starred: boolean): Promise<Changed>;
  /** Changes all these papers in one operation, wholly or not at all; `task` names it for `stop`. */
  changeMany(
    ids: readonly PaperId[],
    change: BulkChange,
    task?: string,
  ): Promise<{ readonly operation?: string; readonly count: number }>;
  /** How many of these papers `changeMany` would change. */
  countMany(ids: readonly PaperId[], change: BulkChange): Promise<number>;
  /** Stops work of this name; what it did so far is not kept. */
  stop(task: string): Promise<void>;
  /** Empties the trash of what has lain there for 30 days; once a day at most. */
  sweepTrash(): Promise<{ readonly operation?: string }>;

  /** Hides one paper wherever it is listed. */
  hide(subject: Subject): Promise<Changed>;
  unhide(id: PaperId): Promise<Changed>;
  addRule(draft: RuleDraft): Promise<{ readonly rule: Rule; readonly operation: string }>;
  /** Adds rules in one operation, as the pack of this name if there is one. */
  addRules(drafts: readonly RuleDraft[], pack?: string): Promise<{ readonly operation?: string }>;
  editRule(id: string, change: RuleChange): Promise<{ readonly operation?: string }>;
  removeRules(ids: readonly string[]): Promise<{ readonly operation?: string }>;
  rules(): Promise<readonly Rule[]>;
  /** Notes what rules matched, so that their records can be shown. */
  noteHits(hits: readonly RuleHit[]): Promise<void>;
  /** What each rule did, in no order; rules that did nothing are absent. */
  ruleRecords(): Promise<readonly RuleRecord[]>;
  /** How many papers each of these queries matches, as rules would. */
  reachOf(queries: readonly string[]): Promise<readonly Reach[]>;
  /** For each pattern, as printed, which of these papers hold it in title or abstract. */
  patternsIn(
    patterns: readonly string[],
    ids: readonly PaperId[],
  ): Promise<readonly (readonly PaperId[])[]>;
  /** Topics of a paper, ready to be rules, that tell it from those it is listed with; the best first. */
  topics(id: PaperId, besides: readonly PaperId[]): Promise<readonly string[]>;
  /** Stops all rules from hiding, until switched on again. */
  setPaused(paused: boolean): Promise<void>;
  /** What becomes of cards seen on an earlier visit. */
  setSeenAction(action: SeenAction): Promise<void>;

  tags(): Promise<readonly Tag[]>;
  /** Gives a tag the key 1–9, or takes it away; whoever had the digit loses it. */
  setDigit(name: string, digit: number | undefined): Promise<{ readonly operation?: string }>;

  /** Gives a tag a colour, or takes it away. */
  setColour(name: string, colour: TagColour | undefined): Promise<{ readonly operation?: string }>;
  /** Gives a tag another name on every paper, in the trash too; a name that is taken merges the two. */
  renameTag(name: string, to: string): Promise<{ readonly operation?: string }>;
  /** Takes a tag off every paper. */
  removeTag(name: string): Promise<{ readonly operation?: string }>;

  /** Searches the reader keeps, by name. */
  searches(): Promise<readonly SavedSearch[]>;
  /** Keeps a search; with a tag, papers that answer get it as they are saved. */
  addSearch(draft: SearchDraft): Promise<{ readonly operation?: string }>;
  editSearch(id: string, draft: SearchDraft): Promise<{ readonly operation?: string }>;
  removeSearch(id: string): Promise<{ readonly operation?: string }>;
  /** Says that the reader still means to read these papers. */
  keep(ids: readonly PaperId[]): Promise<{ readonly operation?: string }>;

  find(question: Find): Promise<Found>;
  /** The ids of all papers a question finds, or those from one row up to and without another. */
  findIds(question: Question, from?: number, to?: number): Promise<readonly PaperId[]>;
  /** Where each day begins among a question's answers by the time they were saved. */
  findDays(question: Question): Promise<readonly DayGroup[]>;
  /** The index behind find was found damaged: has it made anew. Searches are right meanwhile, but slow. */
  mendIndex(): Promise<void>;
  /** Names that go on from `beginning`, the most used first. */
  suggest(field: SuggestedField, beginning: string): Promise<readonly Suggested[]>;
  details(id: PaperId): Promise<Details | undefined>;
  /** What was done with one paper, newest first. */
  actsOn(id: PaperId): Promise<readonly PastAct[]>;
  /** What was seen, hidden, saved and read on each of the last `days`. */
  figures(days: number): Promise<Figures>;
  /** Saved papers that may be one: suggested, never joined by itself. */
  duplicates(): Promise<readonly DuplicatePair[]>;
  /** Makes one of two: `keep` gains tags, note and the named fields of `drop`, which goes to the trash. */
  mergePapers(
    keep: PaperId,
    drop: PaperId,
    fields: readonly EditableField[],
  ): Promise<{ readonly operation?: string }>;
  /** Remembers that two papers are not one. */
  setDistinct(one: PaperId, other: PaperId): Promise<{ readonly operation?: string }>;
  /** Puts the reader's own words in place of what sites say; a blank field goes back to theirs. */
  editPaper(id: PaperId, edits: Edits): Promise<Changed>;

  /**
   * Keeps a piece of an import under its name until it is taken or dropped, and says what it would do:
   * an import is seen before it is made.
   */
  stageImport(task: string, papers: readonly ImportedPaper[]): Promise<ImportPreview>;
  /** Saves all that was staged under this name in one operation; adds, and replaces nothing. */
  commitImport(task: string): Promise<Imported>;
  dropImport(task: string): Promise<void>;

  /** How citations are written. */
  citeOptions(): Promise<CiteOptions>;
  setCiteOptions(options: CiteOptions): Promise<void>;
  /** Gives each of these papers its citation key, for good, if it has none. */
  pinKeys(ids: readonly PaperId[]): Promise<void>;
  /** How the keys of these papers would be made today, where that differs. */
  previewKeys(ids: readonly PaperId[]): Promise<readonly KeyProposal[]>;
  /** Gives papers other keys, in one operation. Throws when a key is none, or another paper's. */
  setKeys(
    keys: readonly Pick<KeyProposal, 'id' | 'after'>[],
  ): Promise<{ readonly operation?: string }>;
  /** Whether citations of these papers tell of the published version. */
  citePublication(
    ids: readonly PaperId[],
    published: boolean,
  ): Promise<{ readonly operation?: string }>;
  /** Says what stands in the reader's own .bib file now, in place of what was said before. */
  setCited(cited: readonly CitedAs[]): Promise<void>;

  /** BibTeX of these papers in the order given. Pins each citation key it hands out. */
  bibtex(subjects: readonly Subject[]): Promise<Citation>;
  /** Asks the papers' own sites for the missing authors. Makes network requests; `task` names it for `stop`. */
  fetchAuthors(ids: readonly PaperId[], task?: string): Promise<FetchedAuthors>;
  /** Asks these sources where the papers were published. Makes network requests; `task` names it for `stop`. */
  findPublished(
    ids: readonly PaperId[],
    sources: readonly LookUpSource[],
    task?: string,
  ): Promise<FoundPublished>;
  /** Hands papers to Zotero on this machine. Throws `ZoteroFailed` with a sentence when none could be. */
  sendToZotero(ids: readonly PaperId[]): Promise<SentToZotero>;

  /** Undoes one operation, or the latest that is not undone. `undefined` when there is none. */
  undo(operation?: string): Promise<Undone | undefined>;
  /** What the reader did, newest first; with `before`, only what has an id that sorts before it. */
  history(limit: number, before?: string): Promise<readonly PastAct[]>;
  /** How much was done after this operation, and stands. */
  countSince(operation: string): Promise<number>;
  /** Makes all facts what they were right after this operation; itself one operation. */
  goBack(operation: string): Promise<{ readonly operation?: string }>;
  /** Trashes the sandbox's invented papers and removes its rules. */
  clearSandbox(): Promise<{ readonly operation?: string }>;
};

/** What changed, as told to every open page; tags and their digits may have changed with any of it. */
export type LibraryChange = { readonly ids: readonly PaperId[]; readonly rules: boolean };
