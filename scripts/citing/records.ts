import type { Citable } from '@/utils/domain/citing';
import { citationKey, uniqueKey } from '@/utils/formats/citation-key';
import { id, records } from '../../tests/formats/records';

/** A real record as its set has it. */
export type RealRecord = {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly published: string;
  /** What the title means, by pandoc; only arXiv's records have it. */
  readonly title_plain_by_pandoc?: string;
};

/** The sets of records, in the folder of real data. */
const SETS = { arxiv: 'arxiv-records', ml: 'ml-dblp', hard: 'hard-50' } as const;
export type SetName = keyof typeof SETS;

/** One set of real records. */
export function realRecords(set: SetName): readonly RealRecord[] {
  return records<readonly RealRecord[]>(SETS[set]);
}

/** Records with keys of their own, ready to be cited. */
export function citables(rows: readonly RealRecord[]): Citable[] {
  const taken = new Set<string>();
  return rows.map(({ id: name, title, authors, published }) => {
    const paper = { id: id(`arxiv:${name}`), title, authors, published };
    const key = uniqueKey(citationKey(paper), (wanted) => taken.has(wanted));
    taken.add(key);
    return { paper, key, tags: [] };
  });
}
