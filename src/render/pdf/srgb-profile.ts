import { viewOf } from './face.ts';

/** XYZ of the white of D50 and of red, green and blue of sRGB adapted to it (IEC 61966-2-1). */
const POINTS = {
  wtpt: [0.9642, 1, 0.8249],
  rXYZ: [0.4361, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7141],
} as const;

/** Samples of the tone curve. */
const SAMPLES = 256;

/** An ICC profile (version 2.1) of sRGB, made from its definition: which colours a file means. */
export function srgbProfile(): Uint8Array {
  const curve = toneCurve();
  const tags: [string, Uint8Array][] = [
    ['desc', description('sRGB')],
    ['cprt', text('Public domain')],
    ...Object.entries(POINTS).map(([name, point]): [string, Uint8Array] => [name, xyz(point)]),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const start = 128 + 4 + tags.length * 12;
  const places = new Map<Uint8Array, number>();
  let size = start;
  for (const [, data] of tags) {
    if (places.has(data)) continue;
    places.set(data, size);
    size += data.length;
  }
  const bytes = new Uint8Array(size);
  writeHeader(bytes);
  const view = viewOf(bytes);
  view.setUint32(128, tags.length);
  tags.forEach(([name, data], index) => {
    const entry = 132 + index * 12;
    const offset = places.get(data) ?? 0;
    writeAscii(bytes, entry, name);
    view.setUint32(entry + 4, offset);
    view.setUint32(entry + 8, data.length);
    bytes.set(data, offset);
  });
  return bytes;
}

function writeHeader(bytes: Uint8Array): void {
  const view = viewOf(bytes);
  view.setUint32(0, bytes.length);
  view.setUint32(8, 0x02100000);
  writeAscii(bytes, 12, 'mntrRGB XYZ ');
  [2000, 1, 1, 0, 0, 0].forEach((part, index) => {
    view.setUint16(24 + index * 2, part);
  });
  writeAscii(bytes, 36, 'acsp');
  POINTS.wtpt.forEach((value, index) => {
    view.setInt32(68 + index * 4, Math.round(value * 65536));
  });
}

/** How bright each of the 256 levels is, as the standard defines it. */
function toneCurve(): Uint8Array {
  const bytes = block('curv', 12 + SAMPLES * 2);
  const view = viewOf(bytes);
  view.setUint32(8, SAMPLES);
  for (let level = 0; level < SAMPLES; level += 1) {
    const value = level / (SAMPLES - 1);
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    view.setUint16(12 + level * 2, Math.round(light * 65535));
  }
  return bytes;
}

function xyz(point: readonly number[]): Uint8Array {
  const bytes = block('XYZ ', 20);
  point.forEach((value, index) => {
    viewOf(bytes).setInt32(8 + index * 4, Math.round(value * 65536));
  });
  return bytes;
}

function text(words: string): Uint8Array {
  const bytes = block('text', 8 + words.length + 1);
  writeAscii(bytes, 8, words);
  return bytes;
}

/** A description in ASCII, without the Unicode and Macintosh ones. */
function description(words: string): Uint8Array {
  const bytes = block('desc', 12 + words.length + 1 + 78);
  viewOf(bytes).setUint32(8, words.length + 1);
  writeAscii(bytes, 12, words);
  return bytes;
}

/** An empty block of a type, its length a multiple of four. */
function block(type: string, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(length / 4) * 4);
  writeAscii(bytes, 0, type);
  return bytes;
}

function writeAscii(bytes: Uint8Array, offset: number, words: string): void {
  for (let index = 0; index < words.length; index += 1) {
    bytes[offset + index] = words.charCodeAt(index);
  }
}
