import { tagKey } from '@/utils/domain/tag';
import type { Draft } from './imported-paper';
import type { Mended } from './papermemory';

/** Entries of one id as one: notes and tags of all, what one does not say from the others, the first day of saving. */
export function joinedDrafts(entries: readonly Mended[]): readonly Mended[] {
  const joined = new Map<string, Mended>();
  for (const [at, entry] of entries.entries()) {
    const key = entry.draft.id ?? `entry ${at}`;
    const known = joined.get(key);
    joined.set(key, known ? join(known, entry) : entry);
  }
  return [...joined.values()];
}

/** Says of entries with one title and different ids that both are there: a title alone proves nothing. */
export function namesakes(entries: readonly Mended[]): readonly Mended[] {
  const ids = new Map<string, string>();
  return entries.map((entry) => {
    const title = tagKey((entry.draft.title ?? '').replaceAll(/\s+/gu, ' ').trim());
    const first = ids.get(title);
    if (title !== '' && first === undefined) ids.set(title, entry.draft.id ?? 'no id');
    return first === undefined || title === ''
      ? entry
      : {
          ...entry,
          healed: [...entry.healed, `Another entry (${first}) has its title; both are kept.`],
        };
  });
}

function join(one: Mended, other: Mended): Mended {
  const { draft: a, healed } = one;
  const { draft: b } = other;
  const draft: Draft = {
    ...withoutBlanks(b),
    ...withoutBlanks(a),
    published: { ...withoutBlanks(b.published ?? {}), ...withoutBlanks(a.published ?? {}) },
    tags: [...(a.tags ?? []), ...(b.tags ?? [])],
    note: joinedNotes(a.note, b.note),
    starred: a.starred === true || b.starred === true,
    savedAt: [a.savedAt, b.savedAt].filter((day) => day !== undefined).sort()[0],
  };
  const remark = 'Two entries were the same paper; their notes and tags were joined.';
  return { ...one, draft, healed: [...new Set([...healed, ...other.healed, remark])] };
}

function joinedNotes(one = '', other = ''): string {
  if (one.includes(other.trim())) return one;
  return one.trim() === '' ? other : `${one}\n\n${other}`;
}

function withoutBlanks<Of extends object>(fields: Of): Partial<Of> {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(said) as Partial<Of>;
}
