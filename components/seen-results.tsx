import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FoundSeen, Library } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Marks } from '@/utils/query/marks';
import { counted, text } from '@/utils/strings';
import { dayText } from './day-text';
import { listAction } from './list-keys';
import { MarkedText } from './marked-text';
import { TitleLink } from './title-link';
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
  /** Up from the first of them. */
  readonly onLeave: () => void;
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
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul onKeyDown={(event) => pressOnSeen(event, props.onLeave)}>
        {found?.rows.map(({ id, title, byline, seen }, index) => (
          // The keys of the list work on the focused row.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <li key={id} class="seen-row" tabIndex={index === 0 ? 0 : -1}>
            <div>
              <TitleLink class="row-title" href={href(id)}>
                <MarkedText text={title} words={marks(title)} />
              </TitleLink>
              <p class="row-facts">
                <span>{byline === '' ? text('authorsUnknown') : byline}</span>
                <span>{text('seenLast', dayText(seen))}</span>
              </p>
            </div>
            <button
              type="button"
              class="button small"
              data-action="save"
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

/** The keys of the list, as far as they make sense for what is not saved. */
function pressOnSeen(event: KeyboardEvent, onLeave: () => void): void {
  const row = event.target instanceof HTMLElement ? event.target.closest('.seen-row') : null;
  const action = listAction(event);
  if (!row || action === undefined) return;
  const click = (part: string): void => row.querySelector<HTMLElement>(part)?.click();
  const step = (next: Element | null): void => {
    if (next instanceof HTMLElement) next.focus();
    else if (action === 'previous') onLeave();
  };
  if (action === 'next') step(row.nextElementSibling);
  else if (action === 'previous') step(row.previousElementSibling);
  else if (action === 'star') {
    step(row.nextElementSibling ?? row.previousElementSibling);
    click('[data-action="save"]');
  } else if (action === 'open') click('.row-title');
  else return;
  event.preventDefault();
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
