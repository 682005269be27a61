import type { Library } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import type { CardState } from './card-state';

/** Has patterns looked for where there is an engine, and remembers on each card what was found. */
export type Patterns = {
  /** Asks about these patterns, as printed, on these cards; true when a card learnt something. */
  learn(patterns: readonly string[], states: readonly CardState[]): Promise<boolean>;
};

/** Asks `library`, each pattern once a card. */
export function patterns(library: Pick<Library, 'patternsIn'>): Patterns {
  return {
    async learn(wanted, states) {
      const asked = states.filter(({ reading }) => reading !== undefined);
      const open = wanted.filter((name) => asked.some((state) => !state.patterns.has(name)));
      if (open.length === 0 || asked.length === 0) return false;
      const ids = asked.map(({ card }) => card.id);
      const found = await library.patternsIn(open, ids);
      for (const [index, name] of open.entries()) {
        const holding = new Set<PaperId>(found[index]);
        for (const state of asked) state.patterns.set(name, holding.has(state.card.id));
      }
      return true;
    },
  };
}
