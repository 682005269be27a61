import { type PaperFacts, withEdits } from '@/utils/domain/merge';
import type { Edits, IsoInstant } from '@/utils/domain/paper';
import type { PaperRow } from './database';

/** The row with these edits instead of those it has; `null` for none. */
export function editedRow(row: PaperRow, edits: Edits | null, at: IsoInstant): PaperRow {
  const { unedited, edits: _edits, ...rest } = row;
  return withFacts(rest, unedited ?? row, edits, at, row);
}

/** The row with other facts from sites; what the reader wrote stays. */
export function resitedRow(row: PaperRow, facts: PaperFacts, at: IsoInstant): PaperRow {
  const { unedited: _unedited, edits, ...rest } = row;
  return withFacts(rest, facts, edits ?? null, at, row);
}

/** What sites say of the paper, without what the reader wrote. */
export function siteFacts(row: PaperRow): PaperFacts {
  return row.unedited ?? row;
}

function withFacts(
  row: Omit<PaperRow, 'unedited' | 'edits'>,
  { paper, provenance }: PaperFacts,
  edits: Edits | null,
  at: IsoInstant,
  before: PaperFacts,
): PaperRow {
  if (!edits || Object.keys(edits).length === 0) return { ...row, paper, provenance };
  const unedited = { paper, provenance };
  return { ...row, ...withEdits(unedited, edits, at, before), edits, unedited };
}
