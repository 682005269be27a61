import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { EntryRow } from '@/utils/domain/entry';
import type { Library } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { text } from '@/utils/strings';
import { dayText } from './day-text';
import { TitleLink } from './title-link';
import type { Changes } from './use-changes';
import { useReading } from './use-reading';

export type ReadingShelfProps = {
  readonly reads: Pick<Library, 'find'>;
  readonly library: Pick<Library, 'keep' | 'setState'>;
  readonly changes: Changes;
  readonly now: () => number;
  readonly href: (id: PaperId) => string;
};

const FORGOTTEN = 'is:to-read saved:>30d';
const SHOWN = 3;
/** Read at once; those that were kept lately are passed over. */
const LOOKED_AT = 100;
const MOST_LOOKED_AT = 5_000;
const KEPT_FOR_MS = 30 * 86_400_000;

/** Three papers that were meant to be read long ago: to read now, to keep, or to drop. */
export function ReadingShelf(props: ReadingShelfProps): JSX.Element | null {
  const { reads, library, changes, now, href } = props;
  const [hidden, setHidden] = useState(false);
  const ask = useCallback(() => forgottenPapers(reads, now() - KEPT_FOR_MS), [reads, now]);
  const forgotten = useReading(ask, changes.revision).value ?? [];
  if (hidden || forgotten.length === 0) return null;
  const keep = ({ id, title }: EntryRow): void =>
    void changes.make(text('shelfKept', title), () => library.keep([id]));
  const drop = ({ id, title }: EntryRow): void =>
    void changes.make(text('shelfDropped', title), () => library.setState(id, 'skipped'));
  return (
    <section class="reading-shelf" aria-label={text('shelfHeading')}>
      <h2>
        {text('shelfHeading')}
        <button type="button" class="link" onClick={() => setHidden(true)}>
          {text('shelfHide')}
        </button>
      </h2>
      <ul>
        {forgotten.map((row) => (
          <li key={row.id}>
            <TitleLink class="row-title" href={href(row.id)}>
              {row.title}
            </TitleLink>
            <small class="muted">{text('shelfSince', dayText(row.savedAt))}</small>
            <span class="editor-buttons">
              <button type="button" class="button small" onClick={() => keep(row)}>
                {text('shelfKeep')}
              </button>
              <button type="button" class="button small" onClick={() => drop(row)}>
                {text('shelfDrop')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first that were meant to be read long ago and not kept since `keptSince`, in ms. */
async function forgottenPapers(
  reads: ReadingShelfProps['reads'],
  keptSince: number,
): Promise<readonly EntryRow[]> {
  const found: EntryRow[] = [];
  for (let offset = 0; offset < MOST_LOOKED_AT; offset += LOOKED_AT) {
    const { rows, total } = await reads.find({
      query: FORGOTTEN,
      sort: 'saved',
      reversed: true,
      limit: LOOKED_AT,
      offset,
    });
    found.push(
      ...rows.filter(({ keptAt }) => keptAt === undefined || Date.parse(keptAt) < keptSince),
    );
    if (found.length >= SHOWN || offset + LOOKED_AT >= total) break;
  }
  return found.slice(0, SHOWN);
}
