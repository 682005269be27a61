import type { IsoInstant } from './paper';

/** Colours a tag may have; each is a pair that can be read in light and dark. */
export const TAG_COLOURS = [
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'grey',
] as const;

export type TagColour = (typeof TAG_COLOURS)[number];

/** A tag with what its autocomplete needs. */
export type Tag = {
  /** NFC, case kept; unique without case. */
  readonly name: string;
  readonly count: number;
  readonly lastUsedAt?: IsoInstant;
  /** The key 1–9 that toggles it on a card. */
  readonly digit?: number;
  readonly colour?: TagColour;
};

/** The colour of the tag of this name, if it has one. */
export function colourOf(tags: readonly Tag[], name: string): TagColour | undefined {
  const key = tagKey(name);
  return tags.find((tag) => tagKey(tag.name) === key)?.colour;
}

export const LONGEST_TAG = 80;

// Two characters: a joiner with the emoji sign before it, which are kept.
const UNSEEN =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]\u200D(?=\p{Extended_Pictographic})|[\p{Cc}\p{Cf}]/gu;

/**
 * A tag's name as it is kept: NFC, one blank between words, no `#` in front, no control or
 * direction characters, joiners only between the parts of one emoji. `undefined` when nothing is left
 * or it is over `LONGEST_TAG` characters.
 */
export function tagName(text: string): string | undefined {
  const name = text
    .normalize('NFC')
    .replace(UNSEEN, (sign) => (sign.length > 1 ? sign : ' '))
    .replace(/\s+/gu, ' ')
    .replace(/^[#\s]+/u, '')
    .trimEnd();
  return name === '' || name.length > LONGEST_TAG ? undefined : name;
}

/** What makes two spellings one tag. */
export function tagKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/**
 * Tags that contain what was typed: names that start with it first, then words that do, then the
 * rest; within each, the most recently used first, then the most used.
 */
export function suggestTags(tags: readonly Tag[], typed: string, limit = 8): Tag[] {
  const wanted = tagKey(typed.trim().replace(/^#/u, ''));
  const rank = (tag: Tag): number => {
    const key = tagKey(tag.name);
    if (key.startsWith(wanted)) return 0;
    if (key.includes(` ${wanted}`) || key.includes(`-${wanted}`)) return 1;
    return key.includes(wanted) ? 2 : 3;
  };
  return tags
    .map((tag) => ({ tag, rank: rank(tag) }))
    .filter(({ rank: r }) => r < 3)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (b.tag.lastUsedAt ?? '').localeCompare(a.tag.lastUsedAt ?? '') ||
        b.tag.count - a.tag.count ||
        a.tag.name.localeCompare(b.tag.name),
    )
    .slice(0, limit)
    .map(({ tag }) => tag);
}
