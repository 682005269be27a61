import { type Tag, suggestTags, tagKey, tagName } from '@/utils/domain/tag';

/** One line of the list under a tag field. */
export type TagOption =
  | { readonly kind: 'existing'; readonly name: string; readonly tag: Tag }
  | { readonly kind: 'create'; readonly name: string };

/**
 * What `typed` may become: known tags that contain it and are not on the paper yet, and last a new
 * tag of that name when there is none.
 */
export function tagOptions(
  known: readonly Tag[],
  taken: readonly string[],
  typed: string,
): readonly TagOption[] {
  const takenKeys = new Set(taken.map(tagKey));
  const free = known.filter((tag) => !takenKeys.has(tagKey(tag.name)));
  const options: TagOption[] = suggestTags(free, typed).map((tag) => ({
    kind: 'existing',
    name: tag.name,
    tag,
  }));
  const name = tagName(typed);
  if (name !== undefined && !takenKeys.has(tagKey(name)) && !known.some(names(name))) {
    options.push({ kind: 'create', name });
  }
  return options;
}

/** The tag that Enter adds while no option is highlighted. */
export function impliedTag(options: readonly TagOption[], typed: string): string | undefined {
  const name = tagName(typed);
  if (name === undefined) return undefined;
  const exact = options.find((option) => tagKey(option.name) === tagKey(name));
  const first = options[0];
  if (exact?.kind === 'existing') return exact.name;
  return first && tagKey(first.name).startsWith(tagKey(name)) ? first.name : name;
}

function names(name: string): (tag: Tag) => boolean {
  return (tag) => tagKey(tag.name) === tagKey(name);
}
