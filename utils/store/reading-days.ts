import { idBound, timeOf } from '@/utils/domain/clock';
import { localDay } from '@/utils/domain/day';
import type { IsoDate } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import type { ActRow, OffprintDatabase } from './database';

/** The papers called read on each day; a paper read again counts on that day too. */
export type ReadDays = ReadonlyMap<IsoDate, ReadonlySet<PaperId>>;

const DAY_MS = 86_400_000;

/** Acts are read a season at a time. */
const SEASON_MS = 92 * DAY_MS;

/**
 * What was read from `from` on and as long before as no day was without, by the acts that stand. A
 * paper that was read before it was imported counts on the day it was saved, which is all that its
 * file tells.
 */
export async function readingDays(db: OffprintDatabase, from: Date): Promise<ReadDays> {
  const days = new Map<IsoDate, Set<PaperId>>();
  const first = await db.acts.toCollection().first();
  const latest = await db.acts.toCollection().last();
  if (!first || !latest) return days;
  const standing = standingActs();
  for (let end = timeOf(latest.id) + 1; end > timeOf(first.id); end -= SEASON_MS) {
    const rows = await db.acts
      .where('id')
      .between(idBound(end - SEASON_MS), idBound(end), true, false)
      .toArray();
    for (const act of rows.reverse()) if (standing(act)) addReads(days, act);
    // The day in which this season began is read in part, the one after it wholly.
    const whole = localDay(new Date(end - SEASON_MS + DAY_MS));
    if (end - SEASON_MS <= from.getTime() && !days.has(whole)) break;
  }
  return days;
}

/** Asked of acts from the newest to the oldest: whether what one did still holds. */
function standingActs(): (act: ActRow) => boolean {
  let until = '';
  return ({ id, kind, subject, undoneBy }) => {
    // All that was done after the moment somebody went back to was taken back with it.
    if (undoneBy !== undefined || (until !== '' && id > until)) return false;
    if (kind === 'go-back') until = subject ?? '';
    return true;
  };
}

function addReads(days: Map<IsoDate, Set<PaperId>>, act: ActRow): void {
  const add = (time: number, id: PaperId): void => {
    const day = localDay(new Date(time));
    const papers = days.get(day);
    if (papers) papers.add(id);
    else days.set(day, new Set([id]));
  };
  if (act.kind === 'state' && act.subject === 'read') {
    for (const id of act.papers) add(timeOf(act.id), id);
  }
  for (const [id, savedAt] of act.read ?? []) add(Date.parse(savedAt), id);
}
