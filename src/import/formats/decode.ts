import { decodeText } from '../../load/decode.ts';
import { say } from '../../model/words.ts';
import { ImportFailure } from '../failure.ts';

/** Text with its byte order mark taken off, and the name of an encoding other than UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly encoding?: string;
}

/** Reads UTF-8, UTF-16, UTF-32, GB18030 (GBK) and Big5. Throws ImportFailure. */
export function decode(bytes: Uint8Array): Decoded {
  const decoded = decodeText(bytes);
  if ('text' in decoded) return { text: decoded.text };
  const { name } = decoded;
  const text = name === undefined ? undefined : decodeAs(bytes, name);
  if (text !== undefined && name !== undefined) return { text: withoutMark(text), encoding: name };
  throw new ImportFailure(
    say(
      `文件是${decoded.encoding.zh}，读不出文字；请另存为 UTF-8 后再导入`,
      `the file is in ${decoded.encoding.en}: save it as UTF-8 and import it again`,
    ),
  );
}

const BIG = 'UTF-32BE';

function decodeAs(bytes: Uint8Array, name: string): string | undefined {
  if (name.startsWith('UTF-32')) return decodeWide(bytes, name === BIG);
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-32, which TextDecoder does not know; undefined where a value is no character. */
function decodeWide(bytes: Uint8Array, big: boolean): string | undefined {
  if (bytes.byteLength % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at < bytes.byteLength; at += 4) {
    const code = view.getUint32(at, !big);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    parts.push(String.fromCodePoint(code));
  }
  return parts.join('');
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
