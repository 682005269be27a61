import { LONGEST, nameOf, tidy, walk } from '@/utils/page/select';
import { OURS } from './parts';
import { wordsIn } from './words';

/** Names in a row, and what stands before, between and after them. */
export type NameRow = { readonly names: readonly string[]; readonly gaps: readonly string[] };

/** Takes a row of names apart: the words of each of `elements`, and the texts around them. */
export function nameRow(row: Element, elements: readonly Element[]): NameRow {
  const isName = new Set(elements);
  const gaps: string[] = [''];
  walk(row, {
    enter(inner) {
      if (isName.has(inner)) gaps.push('');
      return (
        !isName.has(inner) && !/^(?:script|style)$/.test(nameOf(inner)) && !OURS.test(nameOf(inner))
      );
    },
    text(text) {
      gaps.push(`${gaps.pop() ?? ''}${text}`);
    },
  });
  return {
    names: elements.map((element) => wordsIn(element, LONGEST.line)),
    gaps: gaps.map((gap) => tidy(gap, LONGEST.line)),
  };
}

/** What may stand before, between and after names. */
export type Gaps = { readonly before: RegExp; readonly between: RegExp; readonly after: RegExp };

/** Whether each name is there once: a lost or doubled one shows in what stands between them. */
export function isWholeRow({ names, gaps }: NameRow, { before, between, after }: Gaps): boolean {
  if (gaps.length !== names.length + 1) return false;
  if (names.length === 0) return false;
  const [first = '', ...others] = gaps;
  const last = others.pop() ?? '';
  return (
    names.every((name) => name !== '') &&
    before.test(first) &&
    others.every((gap) => between.test(gap)) &&
    after.test(last)
  );
}
