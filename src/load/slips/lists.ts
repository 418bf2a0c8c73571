import type { Kind } from '../../model/kinds.ts';
import { textKindAt } from '../../model/text-fields.ts';
import type { Shape } from '../shape.ts';

const SEPARATORS = /[，、,；;|｜]/;
const ANY_SEPARATOR = /[，、,；;|｜/／\s]+|(?<=[\p{Script=Han}])(?:和|及|与)(?=\p{Script=Han})/u;
const WRAPPED = /^[【［[〔](.*)[】］\]〕]$/s;

/** Entries of a list that somebody wrote as Chinese is written. */
export interface WrittenList {
  readonly entries: readonly string[];
  /** Whether each of them can stand in the list. */
  readonly isSure: boolean;
}

/** A text as the entries of a list, where it can be taken apart; undefined where it cannot. */
export function splitList(written: string, shape: Shape, kind: Kind): WrittenList | undefined {
  const { items } = shape.branch(true);
  if (items.type === 'object') return undefined;
  const inner = WRAPPED.exec(written.trim())?.[1] ?? written;
  const parts = (separators: RegExp): string[] =>
    inner
      .split(separators)
      .map((each) => bare(each))
      .filter((each) => each !== '');
  const allowed = items.schema.enum;
  if (allowed !== undefined) {
    const entries = parts(ANY_SEPARATOR);
    return {
      entries,
      isSure: entries.length > 0 && entries.every((each) => allowed.includes(each)),
    };
  }
  const isId = items.schema.pattern !== undefined;
  const isName = isId || textKindAt(kind, items.pointer) === 'name';
  if (!isName) return undefined;
  const entries = parts(isId ? ANY_SEPARATOR : SEPARATORS);
  return {
    entries,
    isSure: entries.every((each) => !/[。：:（(《]/.test(each)) && entries.length > 0,
  };
}

/** A list on one line. */
export function flowList(entries: readonly string[]): string {
  return `[${entries.map((each) => (/^[\p{Script=Han}\w-]+$/u.test(each) ? each : JSON.stringify(each))).join(', ')}]`;
}

/** An entry without blanks and quotes around it. */
function bare(entry: string): string {
  return entry
    .trim()
    .replace(/^[“”"'‘’「『](.*)[“”"'‘’」』]$/s, '$1')
    .trim();
}
