import type { Editor } from '@/components/editors';
import type { CardStatus } from '@/utils/domain/entry';
import type { Library, LibraryChange } from '@/utils/domain/library';
import type { Tag } from '@/utils/domain/tag';
import type { Site } from '@/utils/sites/site';
import type { PaperActions } from './actions';
import type { CardState } from './card-state';
import type { HidingActions } from './hiding';
import type { Judge } from './judge';
import type { Hits } from './hits';
import type { Opened, Panel } from './panel';
import type { Patterns } from './patterns';
import type { TopicActions } from './topics';
import type { Undoing } from './undoing';

/** One listing page with Offprint on it, as its parts see each other. */
export type Session = {
  readonly document: Document;
  readonly library: Library;
  readonly panel: Panel;
  readonly judge: Judge;
  readonly actions: PaperActions;
  readonly hiding: HidingActions;
  readonly topics: TopicActions;
  /** Sites new rules apply to; empty means all. */
  readonly ruleSites: readonly string[];
  /** In page order. */
  readonly states: readonly CardState[];
  tags: readonly Tag[];
  showingAll: boolean;

  /** Whether hiding makes sense here: a listing, and one that is understood. */
  mayHide(): boolean;
  /** Opens an editor beside a card's tools, or in the middle. */
  edit(state: CardState | undefined, label: string, editor: Editor, onClose?: () => void): Opened;
  /** Takes over how papers stand now. */
  adopt(statuses: readonly CardStatus[]): void;
  /** Judges and draws these cards again; `anew` when what rules match on them may have changed. */
  decide(states: readonly CardState[], anew?: 'anew'): void;
  refreshRules(): Promise<void>;
  refreshTags(): Promise<void>;
  /** Asks the library; notices when it can no longer be reached. */
  answer<Answer>(question: () => Promise<Answer>): Promise<Answer>;
  /** Does a change; when it fails, says so on the card and offers to do it again. True when it went through. */
  attempt(state: CardState | undefined, change: () => Promise<void>): Promise<boolean>;
  readonly undoing: Undoing;
  readonly patterns: Patterns;
  readonly hits: Hits;
  /** Undoes these operations, or what the latest press did. */
  undo(operations?: readonly string[]): Promise<void>;
  /** Puts text on the clipboard; false when the browser refuses. */
  copy(text: string): Promise<boolean>;
};

/** Everything a session is told from outside. */
export type ListingParts = {
  readonly document: Document;
  readonly site: Site;
  /** The name under which sightings and rules know the site. */
  readonly siteId: string;
  readonly address: () => URL;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly library: Library;
  readonly onChange: (listener: (change: LibraryChange) => void, signal: AbortSignal) => void;
  /** Has the script with the editors run here; they come when they are first wanted. */
  readonly fetchEditors: () => Promise<void>;
  /** Text of the tools' style sheet. */
  readonly styles: string;
  /** Sites a rule made here applies to; empty means all. */
  readonly ruleSites: readonly string[];
  readonly signal: AbortSignal;
};
