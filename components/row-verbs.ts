import type { EntryRow } from '@/utils/domain/entry';
import type { Library } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { type Tag, colourOf, tagKey } from '@/utils/domain/tag';
import { tagQuery } from '@/utils/query/tag-query';
import { text } from '@/utils/strings';
import type { Reads } from './finder';
import type { PaperEditorProps } from './paper-editor';
import type { RowVerbs, Selecting } from './paper-list';
import { STATE_NAMES } from './state-names';
import { type Changes, failureText } from './use-changes';

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
  readonly select: (id: PaperId, how: Selecting) => void;
  readonly search: (query: string) => void;
  /** These papers left the list. */
  readonly onGone: (ids: readonly PaperId[]) => void;
};

/** What can be done with a row, each change with its sentence and its way back. */
export function rowVerbs(parts: RowVerbsParts): RowVerbs {
  const { library, place, changes, tags, select, search, onGone } = parts;
  const remove = async ({ id, title }: Edited & { readonly title?: string }): Promise<void> => {
    const sentence = title === undefined ? text('trashedOne') : text('trashedPaper', short(title));
    if (await changes.make(sentence, () => library.trash([id]))) onGone([id]);
  };
  const restore = async ({ id, title }: Edited & { readonly title?: string }): Promise<void> => {
    const sentence =
      title === undefined ? text('restoredOne') : text('restoredPaper', short(title));
    if (await changes.make(sentence, () => library.restore([id]))) onGone([id]);
  };
  const copy = ({ id }: Edited): void => void copyCitation(parts, [id]);
  return {
    href: place.pageOf,
    onSelect: ({ id }, how) => select(id, how),
    onOpen: ({ id }) => {
      const address = place.pageOf(id);
      if (address === '') changes.say({ text: text('noPage'), tone: 'warning' });
      else place.openPage(address);
    },
    onTrash: (row) => void remove(row),
    onRestore: (row) => void restore(row),
    onStar: ({ id, starred }) =>
      void changes.make(text(starred ? 'unstarred' : 'starred'), () => library.star(id, !starred)),
    onCopy: copy,
    onDigit: (row, digit) => toggleDigit(parts, row, digit),
    onTagFilter: (tag) => search(tagQuery(tag)),
    colourOf: (tag) => colourOf(tags, tag),
    editor: (row) =>
      editorVerbs(parts, row, {
        copy,
        trash: () => void remove(row),
        restore: () => void restore(row),
      }),
  };
}

/** The paper an editor is open for. */
type Edited = { readonly id: PaperId };

function editorVerbs(
  { library, reads, changes, tags }: RowVerbsParts,
  row: Edited,
  {
    copy,
    trash,
    restore,
  }: {
    readonly copy: (row: Edited) => void;
    readonly trash: () => void;
    readonly restore: () => void;
  },
): Omit<PaperEditorProps, 'row' | 'focus' | 'onDone'> {
  return {
    tags,
    read: reads.details,
    onTag: (name) => void changes.make(text('taggedAs', name), () => library.tag(row.id, name)),
    onUntag: (name) => void changes.make(text('untagged', name), () => library.untag(row.id, name)),
    revision: changes.revision,
    note: {
      read: async () => (await reads.details(row.id))?.note ?? '',
      store: async (note) => {
        const stored = await changes.make(text('didNote'), () => library.note(row.id, note));
        if (!stored) throw new Error('The note was not stored.');
      },
    },
    onState: (state) =>
      void changes.make(text('stateSet', text(STATE_NAMES[state])), () =>
        library.setState(row.id, state),
      ),
    onCopy: () => copy(row),
    onTrash: trash,
    onRestore: restore,
  };
}

/** Copies the citations of these papers, and says so. */
export async function copyCitation(
  { library, place, changes }: Pick<RowVerbsParts, 'library' | 'place' | 'changes'>,
  ids: readonly PaperId[],
): Promise<void> {
  try {
    const citation = await library.bibtex(ids);
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
}

function toggleDigit(
  { library, changes, tags }: RowVerbsParts,
  row: EntryRow,
  digit: number,
): void {
  const name = tags.find((tag) => tag.digit === digit)?.name;
  if (name === undefined) return;
  const wears = row.tags.some((tag) => tagKey(tag) === tagKey(name));
  void (wears
    ? changes.make(text('untagged', name), () => library.untag(row.id, name))
    : changes.make(text('taggedAs', name), () => library.tag(row.id, name)));
}

function short(title: string): string {
  return title.length > 60 ? `${title.slice(0, 59).trimEnd()}…` : title;
}
