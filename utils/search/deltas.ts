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

/**
 * Puts those of the numbers that `takes` takes into `room`, from `start` on, and says where they end.
 * There must be room for one a byte. Bytes that are none of `packDeltas` make other numbers, and no trouble.
 */
export function unpackDeltas(
  bytes: Uint8Array,
  room: Uint32Array,
  start: number,
  takes: (number: number) => boolean,
): number {
  let end = start;
  let number = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    let byte = bytes[at] ?? 0;
    let step = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      at += 1;
      byte = bytes[at] ?? 0;
      step += (byte & 127) * scale;
    }
    number = (number + step) >>> 0;
    if (takes(number)) room[end++] = number;
  }
  return end;
}
