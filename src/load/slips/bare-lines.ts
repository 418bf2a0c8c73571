import { ODD_BLANK } from '../../text/blanks.ts';
import type { Slip } from './slip.ts';
import { tellBlankLine } from './tell-slips.ts';

/** A key without its colon: its characters with the blanks after it. */
export interface BareKey {
  readonly word: string;
  readonly length: number;
}
/** The key of a line in which the colon is missing. */
export function bareKey(body: string): BareKey | undefined {
  const match =
    /^([^\s:：=]+)\s*[=＝]\s*(?=[^\s#=])/.exec(body) ??
    /^([^\s:：]+)\s+(?=[^\s#])/.exec(body) ??
    /^([a-z_]+)(?=[^\x20-\x7f])/.exec(body);
  return match === null ? undefined : { word: match[1] ?? '', length: match[0].length };
}

/** Lines of nothing but blanks that YAML takes for text. */
export function* blankLines(text: string): Iterable<Slip> {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    if (line.trim() === '' && ODD_BLANK.test(line)) {
      yield { ...tellBlankLine(line), start, end, edits: [{ start, end, text: '' }], sure: true };
    }
    start = end + 1;
  }
}
