import type { Subject } from '@/utils/query/subject';
import { subjectAt, withSubjects } from './columns';
import type { FactsRow } from './segment';

/** The row with what is told of the papers in some of its slots. */
export function factsWith(row: FactsRow, changed: ReadonlyMap<number, Subject>): FactsRow {
  const savedAt = Float64Array.from(row.savedAt);
  for (const [slot, { saved }] of changed) savedAt[slot] = Date.parse(saved ?? '');
  return { ...row, ...withSubjects(row, changed), savedAt };
}

/** What the row knows of the paper in a slot, saved at its very instant. */
export function factsAt(row: FactsRow, slot: number): Subject {
  const subject = subjectAt(row, slot);
  const savedAt = row.savedAt[slot] ?? Number.NaN;
  return Number.isNaN(savedAt) ? subject : { ...subject, saved: new Date(savedAt).toISOString() };
}
