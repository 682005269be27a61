/**
 * Ascending whole numbers below 2^32 as the steps between them, seven bits a byte, the low ones first;
 * the highest bit says that more follow. Places of a frequent word mostly take one byte.
 */
export function packDeltas(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 5);
  let length = 0;
  let before = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] ?? 0;
    let step = number - before;
    before = number;
    for (; step > 127; step = Math.floor(step / 128)) bytes[length++] = (step % 128) | 128;
    bytes[length++] = step;
  }
  return bytes.slice(0, length);
}

/** The numbers again. Bytes that are none of `packDeltas` make other numbers, and no trouble. */
export function unpackDeltas(bytes: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(bytes.length);
  let count = 0;
  let number = 0;
  let scale = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    number += (byte & 127) * scale;
    scale *= 128;
    if (byte > 127) continue;
    scale = 1;
    numbers[count++] = number;
  }
  return numbers.subarray(0, count);
}
