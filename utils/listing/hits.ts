import type { Library } from '@/utils/domain/library';
import type { RuleHit } from '@/utils/domain/rule';
import { conceals } from '@/utils/domain/verdict';
import type { CardState } from './card-state';

/** Tells the library what rules did on this page, once each. */
export type Hits = {
  /** Notes what now matches these cards. */
  note(states: readonly CardState[]): void;
  /** Notes that the reader asked to see these cards all the same. */
  noteShown(states: readonly CardState[]): void;
};

/** Sends what it notes to `library` soon after, together. */
export function hits(library: Pick<Library, 'noteHits'>): Hits {
  const told = new Set<string>();
  let waiting: RuleHit[] = [];

  function add(hit: RuleHit): void {
    const name = `${hit.rule} ${hit.id} ${hit.hidden} ${hit.shown ?? ''}`;
    if (told.has(name)) return;
    told.add(name);
    if (waiting.length === 0) setTimeout(send);
    waiting.push(hit);
  }

  function send(): void {
    const batch = waiting;
    waiting = [];
    library.noteHits(batch).catch((error: unknown) => {
      // The records are a little short then, which is not worth a word to the reader.
      console.warn('Offprint could not note what its rules did:', error);
    });
  }

  return {
    note(states) {
      for (const { card, matches, verdict } of states) {
        for (const { rule, unless } of matches) {
          const hidden = conceals(verdict) && verdict.because?.rule.id === rule.id;
          if (!unless) add({ rule: rule.id, id: card.id, hidden });
        }
      }
    },
    noteShown(states) {
      for (const { card, verdict } of states) {
        const rule = conceals(verdict) ? verdict.because?.rule.id : undefined;
        if (rule !== undefined) add({ rule, id: card.id, hidden: true, shown: true });
      }
    },
  };
}
