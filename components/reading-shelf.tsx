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
/** Of these, those that were kept lately are passed over. */
const LOOKED_AT = 60;
const KEPT_FOR_MS = 30 * 86_400_000;

/** Three papers that were meant to be read long ago: to read now, to keep, or to drop. */
export function ReadingShelf(props: ReadingShelfProps): JSX.Element | null {
  const { reads, library, changes, now, href } = props;
  const [hidden, setHidden] = useState(false);
  const ask = useCallback(
    () => reads.find({ query: FORGOTTEN, sort: 'saved', reversed: true, limit: LOOKED_AT }),
    [reads],
  );
  const found = useReading(ask, changes.revision).value;
  const forgotten = (found?.rows ?? [])
    .filter(({ keptAt }) => keptAt === undefined || Date.parse(keptAt) < now() - KEPT_FOR_MS)
    .slice(0, SHOWN);
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
