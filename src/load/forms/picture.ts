import { say } from '../../model/words.ts';
import { brokenFault, contentFault, type FormFault } from './fault.ts';

/** Width and height in pixels. */
type Size = readonly [width: number, height: number];

/** Of a side, and of the whole: what a browser and a printer take without giving up. */
const MOST_SIDE = 20_000;
const MOST_PIXELS = 100_000_000;

/** Pictures that are damaged, or far larger when unpacked than they look. */
export function pictureFaults(kind: string, bytes: Uint8Array, label: string): FormFault[] {
  const size = SIZES[kind]?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (size === undefined) return kind in SIZES ? [brokenFault(label)] : [];
  const [width, height] = size;
  if (width === 0 || height === 0) return [brokenFault(label)];
  if (width <= MOST_SIDE && height <= MOST_SIDE && width * height <= MOST_PIXELS) return [];
  return [
    contentFault(
      `图片太大：${width}×${height} 像素`,
      `the picture is too large: ${width}×${height} pixels`,
      say(
        `每边不超过 ${MOST_SIDE} 像素，一共不超过 ${MOST_PIXELS / 10_000} 万像素`,
        `at most ${MOST_SIDE} pixels a side, ${MOST_PIXELS} in all`,
      ),
    ),
  ];
}

const SIZES: Readonly<Record<string, (bytes: Buffer) => Size | undefined>> = {
  png: (bytes) => {
    if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  },
  gif: (bytes) => (bytes.length < 13 ? undefined : [bytes.readUInt16LE(6), bytes.readUInt16LE(8)]),
  bmp: (bytes) => {
    if (bytes.length < 30) return undefined;
    return [Math.abs(bytes.readInt32LE(18)), Math.abs(bytes.readInt32LE(22))];
  },
  jpeg: jpegSize,
};

function jpegSize(bytes: Buffer): Size | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    const marker = bytes.readUInt16BE(at);
    if (marker < 0xffc0) return undefined;
    const isFrame =
      marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
    at += 2 + Math.max(2, bytes.readUInt16BE(at + 2));
  }
  return undefined;
}
