import type { EntryRow } from '@/utils/domain/entry';
import type { Library } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper';
import { type Tag, colourOf } from '@/utils/domain/tag';
import { counted, text } from '@/utils/strings';
import type { RowVerbs } from './paper-list';
import { STATE_NAMES } from './state-names';
import { type Changes, failureText } from './use-changes';
import type { Reads } from './finder';

/** What rows need of the page around them. */
export type RowPlace = {
  readonly pageOf: (id: PaperId) => string;
  readonly openPage: (address: string) => void;
  readonly copy: (text: string) => Promise<void>;
};

export type RowVerbsParts = {
  readonly library: Library;
  readonly reads: Reads;
  readonly place: RowPlace;
  readonly changes: Changes;
  readonly tags: readonly Tag[];
  readonly toggle: (id: PaperId) => void;
  readonly search: (query: string) => void;
  /** These papers left the list. */
  readonly onGone: (ids: readonly PaperId[]) => void;
};

/** What can be done with a row, each change with its sentence and its way back. */
export function rowVerbs(
  parts: RowVerbsParts,
): RowVerbs & { readonly trashAll: (ids: readonly PaperId[]) => void } {
  const { library, reads, place, changes, tags, toggle, search, onGone } = parts;
  const remove = async (ids: readonly PaperId[], sentence: string): Promise<void> => {
    if (await changes.make(sentence, () => library.trash(ids))) onGone(ids);
  };
  const trash = ({ id, title }: EntryRow): void =>
    void remove([id], text('trashedPaper', short(title)));
  const restore = async ({ id, title }: EntryRow): Promise<void> => {
    const sentence = text('restoredPaper', short(title));
    if (await changes.make(sentence, () => library.restore([id]))) onGone([id]);
  };
  const copy = async (id: PaperId): Promise<void> => {
    try {
      const citation = await library.bibtex([id]);
      await place.copy(citation.text);
      const lacking = citation.warnings.some(({ code }) => code === 'authors-unknown');
      changes.say(
        lacking
          ? { text: text('copiedWithoutAuthors'), tone: 'warning' }
          : { text: text('copiedBibtex'), tone: 'done' },
      );
    } catch (error) {
      changes.say({ text: failureText(error), tone: 'failed' });
    }
  };
  return {
    href: place.pageOf,
    onSelect: ({ id }) => toggle(id),
    onOpen: ({ id }) => place.openPage(place.pageOf(id)),
    onTrash: trash,
    onRestore: (row) => void restore(row),
    onTagFilter: (tag) => search(tagQuery(tag)),
    colourOf: (tag) => colourOf(tags, tag),
    trashAll: (ids) => void remove(ids, counted('trashedPapers', ids.length)),
    editor: (row) => ({
      tags,
      read: reads.details,
      onTag: (name) => void changes.make(text('taggedAs', name), () => library.tag(row.id, name)),
      onUntag: (name) =>
        void changes.make(text('untagged', name), () => library.untag(row.id, name)),
      onNote: async (note) => {
        const stored = await changes.make(text('didNote'), () => library.note(row.id, note));
        if (!stored) throw new Error('The note was not stored.');
      },
      onState: (state) =>
        void changes.make(text('stateSet', text(STATE_NAMES[state])), () =>
          library.setState(row.id, state),
        ),
      onCopy: () => void copy(row.id),
      onTrash: () => trash(row),
    }),
  };
}

/** The query that finds a tag; blanks in its name need quotes. */
function tagQuery(tag: string): string {
  return /\s/u.test(tag) ? `#"${tag}"` : `#${tag}`;
}

function short(title: string): string {
  return title.length > 60 ? `${title.slice(0, 59).trimEnd()}…` : title;
}
