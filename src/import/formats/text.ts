import type { Decoded } from './decode.ts';
import { decode } from './decode.ts';
import type { InputFile, Opened } from './format.ts';

const decoded = new WeakMap<Uint8Array, Decoded>();

/** The text of a file, decoded once for all formats that ask. Throws ImportFailure. */
export function textOf({ bytes }: InputFile): string {
  const text = decoded.get(bytes) ?? decode(bytes);
  decoded.set(bytes, text);
  return text.text;
}

/** The remark of a file that is not in UTF-8. */
export function encodingRemarks({ bytes }: InputFile): Pick<Opened, 'remarks'> {
  const encoding = decoded.get(bytes)?.encoding;
  return encoding === undefined ? {} : { remarks: [`文件编码是 ${encoding}，已转为 UTF-8`] };
}

/** Whether the name of a file ends so, without the dot and in any case. */
export function hasEnding({ name }: InputFile, ...endings: readonly string[]): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return endings.includes(ending);
}
