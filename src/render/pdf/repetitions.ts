/** Takes a literal byte, or, when `length` is not 0, a repetition of what is `distance` before. */
export type Take = (literal: number, length: number, distance: number) => void;

/** How often a repetition is looked for, and how far one of three bytes may be. */
const TRIES = 24;
const NEAR = 48;

const heads = new Int32Array(4096);

/** Goes through the bytes; repetitions of three bytes and more are told as such when they pay. */
export function findRepetitions(bytes: Uint8Array, take: Take): void {
  heads.fill(-1);
  const earlier = new Int32Array(bytes.length);
  const remember = (at: number): void => {
    const key = keyOf(bytes, at);
    earlier[at] = heads[key] ?? -1;
    heads[key] = at;
  };
  for (let at = 0; at < bytes.length; ) {
    let length = 0;
    let distance = 0;
    let from = at + 2 < bytes.length ? (heads[keyOf(bytes, at)] ?? -1) : -1;
    for (let tries = 0; from >= 0 && tries < TRIES && at - from <= 32_768; tries += 1) {
      const same = sameBytes(bytes, from, at);
      if (same > length) [length, distance] = [same, at - from];
      from = earlier[from] ?? -1;
    }
    const pays = length > 3 || (length === 3 && distance < NEAR);
    take(bytes[at] ?? 0, pays ? length : 0, distance);
    for (const end = at + (pays ? length : 1); at < end; at += 1) remember(at);
  }
}

function keyOf(bytes: Uint8Array, at: number): number {
  const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return (Math.imul(word, 0x9e3779b1) >>> 20) & 4095;
}

function sameBytes(bytes: Uint8Array, from: number, at: number): number {
  const most = Math.min(258, bytes.length - at);
  let length = 0;
  while (length < most && bytes[from + length] === bytes[at + length]) length += 1;
  return length;
}
