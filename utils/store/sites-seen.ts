import type { OffprintDatabase } from './database';

const VISIT = 'visit ';

/** The sites whose listings were ever visited. */
export async function sitesOf(db: OffprintDatabase): Promise<string[]> {
  const keys = await db.meta.where('key').startsWith(VISIT).primaryKeys();
  return keys.map((key) => key.slice(VISIT.length));
}
