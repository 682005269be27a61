/** A set of small numbers, one bit each. */
export type Bits = Uint32Array;

/** An empty set with room for numbers below `size`. */
export function bitsFor(size: number): Bits {
  return new Uint32Array(Math.ceil(size / 32));
}

export function addBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

export function hasBit(bits: Bits, at: number): boolean {
  return (((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
}

export function and(one: Bits, other: Bits): Bits {
  return one.map((word, index) => word & (other[index] ?? 0));
}

export function or(one: Bits, other: Bits): Bits {
  return one.map((word, index) => word | (other[index] ?? 0));
}

/** What is in the first set and not in the second. */
export function without(one: Bits, other: Bits): Bits {
  return one.map((word, index) => word & ~(other[index] ?? 0));
}

/** How many numbers are in the set. */
export function countBits(bits: Bits): number {
  let count = 0;
  for (const word of bits) count += ones(word);
  return count;
}

/** The numbers in the set, the least first. */
export function bitsIn(bits: Bits): number[] {
  const found: number[] = [];
  for (const [index, word] of bits.entries()) {
    for (let rest = word; rest !== 0; rest &= rest - 1) {
      found.push(index * 32 + 31 - Math.clz32(rest & -rest));
    }
  }
  return found;
}

// Adds neighbouring bits in pairs, then pairs of pairs (Hacker's Delight, 5-1).
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
