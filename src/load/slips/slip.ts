import type { Words } from '../../model/words.ts';
import type { LoadRuleId } from '../rules.ts';

/** A piece of a text to be replaced: offsets [start, end) of the text as it was read. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A slip of the pen in how a file is written, with what was meant. */
export interface Slip {
  readonly rule: LoadRuleId;
  /** Where it is told: offsets [start, end). */
  readonly start: number;
  readonly end: number;
  readonly message: Words;
  readonly hint: Words;
  /** What makes the file readable there. */
  readonly edits: readonly Edit[];
  /** Whether nothing else can have been meant, so that a program may make these edits. */
  readonly sure: boolean;
}

/** A text with some edits made, and the way back to where its characters stood. */
export interface Mended {
  readonly text: string;
  /** The offset in the old text of an offset in the new one. */
  readonly back: (offset: number) => number;
}

/** Makes edits; one that begins within another is left out. */
export function applyEdits(text: string, edits: readonly Edit[]): Mended {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  /** Where in the new text each stretch of the old one begins. */
  const starts: { readonly is: number; readonly was: number }[] = [{ is: 0, was: 0 }];
  let [is, was] = [0, 0];
  for (const { start, end, text: made } of ordered) {
    if (start < was) continue;
    pieces.push(text.slice(was, start), made);
    is += start - was + made.length;
    was = end;
    starts.push({ is: is - made.length, was: start }, { is, was });
  }
  pieces.push(text.slice(was));
  const back = (offset: number): number => {
    const at = starts.findLastIndex((each) => each.is <= offset);
    const from = starts[at] ?? { is: 0, was: 0 };
    const next = starts[at + 1]?.was ?? text.length;
    return Math.min(from.was + offset - from.is, Math.max(next, from.was));
  };
  return { text: pieces.join(''), back };
}
