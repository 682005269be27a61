import type { Changed, Details } from '@/utils/domain/library';
import type { PastAct } from '@/utils/domain/operation';
import { publicationOf } from '@/utils/domain/asserted-publication';
import { EDITABLE, type Edits, type Paper } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { pastActs } from './acts';
import type { OffprintDatabase } from './database';
import { entryRow } from './finding';
import { parseId } from './parse-arguments';
import { parseEdits } from './parse-reading';
import type { Store } from './parts';
import { changePaper } from './saving';

/** Everything about one saved paper, in the trash or not. */
export async function details(db: OffprintDatabase, given: PaperId): Promise<Details | undefined> {
  const id = parseId(given);
  const [row, paper, note, sightings] = await Promise.all([
    db.entries.get(id),
    db.papers.get(id),
    db.notes.get(id),
    db.sightings.where('id').equals(id).toArray(),
  ]);
  if (!row || !paper) return undefined;
  return {
    row: entryRow(row),
    paper: paper.paper,
    provenance: paper.provenance,
    ...(paper.edits && { edits: paper.edits }),
    note: note?.text ?? '',
    ...optionalPublication(paper.paper),
    sightings: sightings.map(({ site, firstSeen, lastSeen }) => ({ site, firstSeen, lastSeen })),
  };
}

function optionalPublication(paper: Paper): Pick<Details, 'publication'> {
  const publication = publicationOf(paper);
  return publication ? { publication } : {};
}

/** Acts on one paper that are told of. */
const MOST_ACTS = 1_000;

/** What was done with one paper, newest first, with what each act made of its fields. */
export async function actsOn(db: OffprintDatabase, given: PaperId): Promise<PastAct[]> {
  const id = parseId(given);
  const rows = await db.acts.where('papers').equals(id).sortBy('id');
  const latest = rows
    .filter(({ kind }) => kind !== 'undo')
    .slice(-MOST_ACTS)
    .reverse();
  return (await pastActs(db, latest, id)).map((act) => ({ ...act, titles: [] }));
}

/**
 * Puts the reader's own words in place of what sites say; a field that is blank goes back to what they
 * say.
 */
export function editPaper(store: Store, id: PaperId, given: Edits): Promise<Changed> {
  const asked = Object.keys(given ?? {});
  const written = parseEdits(given);
  const kind = 'edit' as const;
  const subject = asked.join(', ');
  return changePaper(store, parseId(id), { kind, subject }, async (draft, own) => {
    const before = (await draft.get('edits', own)) ?? {};
    const kept = Object.fromEntries(
      EDITABLE.filter((name) => name in before && !asked.includes(name)).map((name) => [
        name,
        before[name],
      ]),
    );
    const edits: Edits = { ...kept, ...written };
    draft.set('edits', own, Object.keys(edits).length === 0 ? null : edits);
  });
}
