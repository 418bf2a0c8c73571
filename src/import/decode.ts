import { say } from '../model/words.ts';
import { ImportFailure } from './failure.ts';

/** Text with its byte order mark taken off, and the name of an encoding other than UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly encoding?: string;
}

/** Reads UTF-8, UTF-16 with a byte order mark, or GB18030 (GBK), in this order. */
export function decode(bytes: Uint8Array): Decoded {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
  const wideBig = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  const utf16 = wide ?? wideBig;
  if (utf16 !== undefined) {
    return { text: new TextDecoder(utf16).decode(bytes), encoding: 'UTF-16' };
  }
  const text = attempt(bytes, 'utf-8');
  if (text !== undefined) return { text };
  const chinese = attempt(bytes, 'gb18030');
  if (chinese !== undefined) return { text: chinese, encoding: 'GB18030' };
  throw new ImportFailure(
    say('文件的编码认不出来，请另存为 UTF-8', 'unknown text encoding: save the file as UTF-8'),
  );
}

function attempt(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
