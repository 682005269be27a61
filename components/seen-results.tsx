import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FoundSeen, Library } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Marks } from '@/utils/query/marks';
import { counted, text } from '@/utils/strings';
import { dayText } from './day-text';
import { MarkedText } from './marked-text';
import type { Changes } from './use-changes';

/** Looks through everything that was ever seen, and tells what it found on the way. */
export type SearchSeen = (query: string, signal: AbortSignal) => AsyncIterable<FoundSeen>;

export type SeenResultsProps = {
  readonly query: string;
  readonly searchSeen: SearchSeen;
  readonly library: Pick<Library, 'save'>;
  readonly changes: Changes;
  readonly marks: Marks;
  readonly href: (id: PaperId) => string;
};

/** Below what is saved: what was seen on listings, answers too, and can still be saved. */
export function SeenResults(props: SeenResultsProps): JSX.Element {
  const { query, searchSeen, library, changes, marks, href } = props;
  const found = useSeen(searchSeen, query, changes.revision);
  const isDone = found !== undefined && found.looked >= found.total;
  return (
    <section class="seen-results" aria-label={text('seenNotSaved')}>
      <h2>
        {text('seenNotSaved')} <small role="status">{statusText(found, isDone)}</small>
      </h2>
      <ul>
        {found?.rows.map(({ id, title, byline, seen }) => (
          <li key={id} class="seen-row">
            <div>
              <a class="row-title" href={href(id)} target="_blank" rel="noreferrer">
                <MarkedText text={title} words={marks(title)} />
              </a>
              <p class="row-facts">
                <span>{byline === '' ? text('authorsUnknown') : byline}</span>
                <span>{text('seenLast', dayText(seen))}</span>
              </p>
            </div>
            <button
              type="button"
              class="button small"
              onClick={() => void changes.make(text('savedOne'), () => library.save(id))}
            >
              {text('savePaper')}
            </button>
          </li>
        ))}
      </ul>
      {found && found.found > found.rows.length && (
        <p class="muted">{text('seenMore', found.rows.length)}</p>
      )}
    </section>
  );
}

function statusText(found: FoundSeen | undefined, isDone: boolean): string {
  if (!found) return '';
  const count = counted('seenFound', found.found);
  return isDone ? count : `${count} · ${text('seenLooking', found.looked, found.total)}`;
}

/** After the last key, in ms: a look through everything is not begun for each letter. */
const TYPING_PAUSE_MS = 300;

function useSeen(searchSeen: SearchSeen, query: string, revision: number): FoundSeen | undefined {
  const [found, setFound] = useState<FoundSeen>();
  useEffect(() => {
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      for await (const next of searchSeen(query, leaving.signal)) {
        if (leaving.signal.aborted) return;
        setFound(next);
      }
    };
    const timer = setTimeout(() => {
      look().catch((error: unknown) => console.warn('Offprint could not look through:', error));
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [searchSeen, query, revision]);
  return found;
}
