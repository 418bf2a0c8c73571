import { viewOf } from './face.ts';

/** A picture that a PDF takes as it is: a JPEG in grey or colour. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly grey: boolean;
}

/** Whether the mark that ends a picture comes behind its frame: one that was torn off has none. */
function endsAfter(bytes: Uint8Array, frame: number): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('ffd9', frame, 'hex') > 0
  );
}

/** Reads the size of a JPEG; undefined when it is none, or not in grey or RGB. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = viewOf(bytes);
  let at = 2;
  while (at + 10 < bytes.length) {
    const marker = view.getUint16(at);
    if (marker < 0xffc0) return undefined;
    const frame =
      marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (!frame) {
      at += 2 + view.getUint16(at + 2);
      continue;
    }
    const channels = bytes[at + 9];
    if (channels !== 1 && channels !== 3) return undefined;
    const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    if (width * height === 0 || !endsAfter(bytes, at)) return undefined;
    return { bytes, width, height, grey: channels === 1 };
  }
  return undefined;
}
