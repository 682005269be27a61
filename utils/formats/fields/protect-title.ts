import type { Protection } from '@/utils/domain/citing';
import type { Run } from '../tex/runs';
import { protectCapitals } from './protect-capitals';

const PROTECT: Readonly<Record<Protection, (runs: readonly Run[]) => readonly Run[]>> = {
  smart: protectCapitals,
  capitals: (runs) => runs.flatMap(capitalised),
  title: (runs) => [{ kind: 'protected', runs: runs.flatMap(bare) }],
  none: (runs) => runs.flatMap(bare),
};

/** A title's runs with those capitals protected from styles that the reader wants to be. */
export function protectTitle(runs: readonly Run[], protection: Protection): readonly Run[] {
  return PROTECT[protection](runs);
}

function capitalised(run: Run): readonly Run[] {
  if (run.kind !== 'text') return [run];
  return run.text.split(/([\p{L}\p{N}\p{M}'’-]+)/u).flatMap((text, at): Run[] => {
    if (text === '') return [];
    const isWord = at % 2 === 1 && /\p{Lu}/u.test(text);
    return [
      isWord ? { kind: 'protected', runs: [{ kind: 'text', text }] } : { kind: 'text', text },
    ];
  });
}

function bare(run: Run): readonly Run[] {
  if (run.kind === 'protected') return run.runs.flatMap(bare);
  return run.kind === 'styled' ? [{ ...run, runs: run.runs.flatMap(bare) }] : [run];
}
