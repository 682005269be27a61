import { isWithin, parentOf } from '@/utils/page/select';

/** The lowest element around all of these. */
export function enclosing(elements: readonly Element[]): Element | undefined {
  const [first] = elements;
  const last = elements.at(-1);
  for (let around = first && parentOf(first); around; around = parentOf(around)) {
    if (!last || isWithin(last, around)) return around;
  }
  return undefined;
}
