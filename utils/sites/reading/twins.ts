import { areEqual, nameOf, textOf } from '@/utils/page/select';

/** Whether two elements are one and the same drawn twice; empty ones, such as `br`, do not count. */
export function areTwins(one: Element, other: Element): boolean {
  return nameOf(one) === nameOf(other) && areEqual(one, other) && textOf(one) !== '';
}
