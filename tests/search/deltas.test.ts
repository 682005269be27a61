import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packDeltas, unpackDeltas } from '@/utils/search/deltas';

const ascending = fc
  .array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 200 })
  .map((numbers) => Uint32Array.from(numbers).sort());

const isOdd = (number: number): boolean => number % 2 === 1;

function unpacked(bytes: Uint8Array, takes: (number: number) => boolean = () => true): Uint32Array {
  const room = new Uint32Array(bytes.length + 2);
  return room.slice(2, unpackDeltas(bytes, room, 2, takes));
}

it('gives back the numbers it was given', () => {
  fc.assert(
    fc.property(ascending, (numbers) => {
      expect(unpacked(packDeltas(numbers))).toEqual(numbers);
    }),
  );
});

it('takes one byte for a step below 128', () => {
  expect(packDeltas(Uint32Array.of(3, 4, 131, 259))).toEqual(Uint8Array.of(3, 1, 127, 128, 1));
});

it('reads any bytes without trouble', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(unpacked(bytes).length).toBeLessThanOrEqual(bytes.length);
    }),
  );
});

it('gives back the numbers that are wanted, where they are wanted', () => {
  fc.assert(
    fc.property(ascending, (numbers) => {
      expect(unpacked(packDeltas(numbers), isOdd)).toEqual(numbers.filter(isOdd));
    }),
  );
});
