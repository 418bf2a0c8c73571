import type { Random } from '../bench/random.ts';

/** Another way to write the same text, or a wrong one. */
const ENCODINGS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
  (text) => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
  (text) => Buffer.from([...text].flatMap((each) => [0, 0, 0, each.charCodeAt(0) & 0xff])),
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.from(text.replaceAll('\n', '\r')),
  (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xc4, 0xe3, 0xba, 0xc3])]),
  (text) => Buffer.from(text.replaceAll('\n', '\u0085')),
];

/** A file with some of its bytes changed, lost, repeated or written another way. */
export function spoilBytes(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length + 1);
  switch (random.below(7)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), randomBytes(random), bytes.subarray(at)]);
    case 3:
      return random.pick(ENCODINGS)(bytes.toString());
    case 4:
      return randomBytes(random);
    default:
      return flipBits(bytes, random);
  }
}

function flipBits(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  for (let count = 1 + random.below(8); count > 0 && copy.length > 0; count -= 1) {
    const at = random.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  }
  return copy;
}

function randomBytes(random: Random): Buffer {
  const length = random.pick([0, 1, 7, 100, 5000]);
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}
