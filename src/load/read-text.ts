import { type Files, MOST_DATA } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import { say, type Words } from '../model/words.ts';
import { Lines } from '../text/lines.ts';
import { decodeText, type Undecoded } from './decode.ts';
import { loadFinding } from './findings.ts';
import { readOrRefuse, tooLarge } from './refused.ts';

/** The text of a file, or why it cannot be had. */
export function readText(path: string, files: Files): string | Finding {
  const bytes = readOrRefuse(path, files);
  if (!(bytes instanceof Uint8Array)) return bytes;
  if (bytes.length > MOST_DATA) return tooLarge(path);
  const decoded = decodeText(bytes);
  if (!('text' in decoded)) return wronglyEncoded(path, bytes, decoded);
  const { text } = decoded;
  if (/\r(?!\n)/.test(text) && !text.includes('\n')) {
    const message = say('换行用的是单个回车（CR）', 'lines end with CR alone');
    return loadFinding('file-encoding', path, {}, message, say(SAVE_LINES, SAVE_LINES_EN));
  }
  // A line that begins with neither a blank nor a comment.
  if (!/^[^\S\n]*[^\s#]/m.test(text)) {
    const hint = say('写上内容，或删去这个文件', 'write something, or delete the file');
    return loadFinding('file-empty', path, {}, say('文件没有内容', 'the file is empty'), hint);
  }
  return text;
}

const SAVE_LINES = '在编辑器里把行尾改为 LF 或 CRLF，再保存';
const SAVE_LINES_EN = 'set line ends to LF or CRLF in an editor, and save';

function wronglyEncoded(
  path: string,
  bytes: Uint8Array,
  { encoding, name, at }: Undecoded,
): Finding {
  const message = say(`文件编码是 ${encoding.zh}`, `the file is encoded as ${encoding.en}`);
  if (at !== undefined) {
    const told = say(`文件是${encoding.zh}`, `the file is ${encoding.en}`);
    return loadFinding('file-encoding', path, { span: spanOfByte(bytes, at) }, told, ANEW);
  }
  return loadFinding('file-encoding', path, {}, message, howToSave(name));
}

/** The place of a byte; what stands before it on its line is taken for UTF-8. */
function spanOfByte(bytes: Uint8Array, at: number) {
  const text = Buffer.from(bytes.subarray(0, at)).toString('utf8');
  return new Lines(`${text}?`).span(text.length, text.length + 1);
}

const ANEW = say(
  '用写它的软件打开，删去乱码和看不见的字符，另存为 UTF-8',
  'open it where it was written, delete what is garbled, save as UTF-8',
);

function howToSave(name: string | undefined): Words {
  return say(
    `用记事本打开，另存为，编码选 UTF-8；或运行：iconv -f ${name} -t UTF-8 原文件 > 新文件`,
    `open it in Notepad, save as UTF-8; or run: iconv -f ${name} -t UTF-8 old-file > new-file`,
  );
}
