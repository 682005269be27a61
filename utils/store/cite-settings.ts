import { CITE_DEFAULTS, type CiteOptions, PRESETS, PROTECTIONS } from '@/utils/domain/citing';
import type { OffprintDatabase } from './database';
import { count, isRecord, line } from './parse-text';

const LONGEST_TEMPLATE = 500;

/** How the reader wants citations written. */
export async function citeOptions(db: OffprintDatabase): Promise<CiteOptions> {
  const row = await db.meta.get('citing');
  return parseOptions(row?.key === 'citing' ? row.options : undefined);
}

export async function setCiteOptions(db: OffprintDatabase, given: CiteOptions): Promise<void> {
  await db.meta.put({ key: 'citing', options: parseOptions(given) });
}

/** What makes no sense is as it is at first: options of another version cost no export. */
function parseOptions(value: unknown): CiteOptions {
  const given = isRecord(value) ? value : {};
  const flag = (name: 'abstracts' | 'notes' | 'latestVersion'): boolean =>
    typeof given[name] === 'boolean' ? given[name] : CITE_DEFAULTS[name];
  const written = (name: 'keyTemplate' | 'lineTemplate'): string =>
    line(given[name], LONGEST_TEMPLATE) ?? CITE_DEFAULTS[name];
  return {
    preset: PRESETS.find((known) => known === given['preset']) ?? CITE_DEFAULTS.preset,
    protection:
      PROTECTIONS.find((known) => known === given['protection']) ?? CITE_DEFAULTS.protection,
    escaping: given['escaping'] === 'unicode' ? 'unicode' : 'latex',
    abstracts: flag('abstracts'),
    notes: flag('notes'),
    latestVersion: flag('latestVersion'),
    mostAuthors: count(given['mostAuthors']) ?? CITE_DEFAULTS.mostAuthors,
    keyTemplate: written('keyTemplate'),
    lineTemplate: written('lineTemplate'),
  };
}
