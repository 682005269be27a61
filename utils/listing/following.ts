import type { LibraryChange, Seen } from '@/utils/domain/library';
import type { IsoInstant, Reading } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Tag } from '@/utils/domain/tag';
import { type CardState, idOf } from './card-state';
import { expiry } from './expiry';
import type { ListingParts, Session } from './session';

/** How long rules go ahead of the library's answer, in ms. */
const LONGEST_WAIT_MS = 400;

/** Cards told to the library in one message; more would make it too large. */
const BATCH = 200;

/** Keeps a page in step with the library. */
export type Following = {
  /** When the site was visited before this visit, if it was. */
  readonly lastVisit: IsoInstant | undefined;
  /** Tells the library of cards that are new here, and takes over what it knows of them. */
  tell(fresh: readonly CardState[]): Promise<void>;
  /** Follows a change made elsewhere, or whatever changed meanwhile. */
  catchUp(change?: LibraryChange): Promise<void>;
  /** Asks how these papers stand, and which rules are in force. */
  refresh(isConcerned: (id: PaperId) => boolean): Promise<void>;
};

function coloursIn(tags: readonly Tag[]): string {
  const coloured = tags.filter(({ colour }) => colour !== undefined);
  return coloured
    .map(({ name, colour }) => `${name} ${colour}`)
    .sort()
    .join();
}

export function following(
  session: Session,
  { siteId, now, signal }: Pick<ListingParts, 'siteId' | 'now' | 'signal'>,
): Following {
  const { judge, library, patterns } = session;
  const timer = expiry(now, () => judge.nextExpiry(), renew, signal);
  let lastVisit: IsoInstant | undefined;

  function rematch(): void {
    session.decide(session.states, 'anew');
  }

  function renew(): void {
    judge.renew();
    rematch();
  }

  function takeOver(seen: Seen): void {
    const isRecoloured = coloursIn(session.tags) !== coloursIn(seen.tags);
    session.tags = seen.tags;
    const { paused, seenAction } = judge.ruling;
    const differs = judge.adopt(seen);
    session.adopt(seen.statuses);
    if (differs) session.decide(session.states, 'anew');
    else if (isRecoloured || paused !== seen.paused || seenAction !== seen.seenAction) {
      session.decide(session.states);
    }
    timer.schedule();
    void learnPatterns();
  }

  /** Rules with a pattern say nothing of a card until the worker has tried it there. */
  async function learnPatterns(): Promise<void> {
    const wanted = judge.patterns();
    if (wanted.length === 0) return;
    try {
      if (await patterns.learn(wanted, session.states)) rematch();
    } catch (error) {
      console.warn('Offprint could not look for patterns:', error);
    }
  }

  async function refresh(isConcerned: (id: PaperId) => boolean): Promise<void> {
    const ids = [...new Set(session.states.map(idOf))].filter(isConcerned);
    takeOver(await session.answer(() => library.known(ids)));
  }

  async function tellAll(fresh: readonly CardState[]): Promise<void> {
    const readings = fresh.flatMap(({ reading }): Reading[] => (reading ? [reading] : []));
    for (let start = 0; start < readings.length; start += BATCH) {
      const batch = readings.slice(start, start + BATCH);
      try {
        const seen = await session.answer(() => library.see(siteId, batch));
        lastVisit = seen.lastVisit;
        takeOver(seen);
      } catch (error) {
        // Without an answer nothing is hidden; the tools stay and will say so when used.
        console.warn('Offprint could not ask its library about this page:', error);
        return;
      }
    }
  }

  /** What is still not answered for is judged without guessing. */
  function giveUp(fresh: readonly CardState[]): void {
    const open = fresh.filter(({ awaited, status }) => awaited && !status);
    for (const state of fresh) state.awaited = false;
    if (open.length > 0) session.decide(open);
  }

  return {
    get lastVisit() {
      return lastVisit;
    },
    async tell(fresh) {
      const patience = setTimeout(() => giveUp(fresh), LONGEST_WAIT_MS);
      await tellAll(fresh);
      clearTimeout(patience);
      giveUp(fresh);
    },
    async catchUp(change) {
      const changed = change && new Set(change.ids);
      await refresh((id) => !changed || changed.has(id)).catch((error: unknown) => {
        console.warn('Offprint could not follow a change:', error);
      });
    },
    refresh,
  };
}
