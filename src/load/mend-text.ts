import type { Kind } from '../model/kinds.ts';
import { isIdentifying } from '../model/text-fields.ts';
import { strings } from '../model/texts.ts';
import { ODD_BLANK } from '../text/blanks.ts';
import { findInvisible } from '../text/invisible.ts';
import type { Fault } from './fault.ts';
import { orderKeys } from './key-order.ts';
import { readFaults } from './read-faults.ts';
import type { Written } from './read-written.ts';
import { applyEdits, type Edit } from './slips/slip.ts';
import { YamlSource } from './source.ts';

/** A text with all that was mended in which nobody could be wrong. */
export interface MendedText {
  readonly text: string;
  /** How many places were mended. */
  readonly count: number;
  /** What could be mended but would change what the file says. */
  readonly left: readonly Fault[];
}

/** More rounds than this no file takes: each finds what the one before made readable. */
const MOST_ROUNDS = 20;

/**
 * Mends the slips of a file of which it is certain what was meant. Comments, layout and everything
 * beside stay; a second time nothing is left to do.
 */
export function mendText(path: string, text: string, kind: Kind): MendedText {
  let current = text;
  let read = readFaults(path, current, kind);
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const mends = mendsOf(read, current, path, kind);
    if (mends.length === 0) break;
    const next = applyEdits(current, mends.flat()).text;
    const after = readFaults(path, next, kind);
    if (next === current || isWorse(read, after)) break;
    count += mends.length;
    current = next;
    read = after;
  }
  const ordered = isSound(read) ? orderKeys(current, kind) : { text: current, count: 0 };
  return {
    text: ordered.text,
    count: count + ordered.count,
    left: read.faults.filter(({ edits, sure }) => edits.length > 0 && !sure),
  };
}

/** Whether all keys are those that they say: where one is not known, its place is not either. */
function isSound({ entry, faults }: Written): boolean {
  const odd = new Set(['unknown-key', 'duplicate-key', 'yaml-syntax']);
  return entry !== undefined && !faults.some(({ finding }) => odd.has(finding.rule));
}

/** A file that could be read still can, and no more is wrong with it. */
function isWorse(before: Written, after: Written): boolean {
  if (before.entry === undefined) return false;
  return after.entry === undefined || after.faults.length > before.faults.length;
}

/** The edits of each place that is sure. */
function mendsOf(read: Written, text: string, path: string, kind: Kind): Edit[][] {
  const sure = read.faults.filter((fault) => fault.sure && fault.edits.length > 0);
  const value = read.entry?.value;
  const blanks = value === undefined || sure.length > 0 ? [] : blankEdits(path, text, kind, value);
  return [
    ...sure.map(({ edits }) => [...edits]),
    ...unseenEdits(text).map((edit) => [edit]),
    ...blanks.map((edit) => [edit]),
  ];
}

/** What nobody sees goes, but for what stands in the place of a character that was lost. */
function unseenEdits(text: string): Edit[] {
  return findInvisible(text)
    .filter(({ codes }) =>
      codes.every((code) => code !== 0xfffd && (code < 0xd800 || code > 0xdfff)),
    )
    .map(({ start, end }) => ({ start, end, text: '' }));
}

/** Odd blanks in names and codes: none between Chinese characters, an ordinary one elsewhere. */
function blankEdits(path: string, text: string, kind: Kind, value: unknown): Edit[] {
  const source = new YamlSource(path, text, kind);
  const edits: Edit[] = [];
  for (const place of strings(value)) {
    if (!ODD_BLANK.test(place.text) || !isIdentifying(place.field)) continue;
    const [start, end] = source.range(place.pointer);
    for (const { 0: found, index } of text.slice(start, end).matchAll(ODD_BLANKS)) {
      const [before, after] = [
        text.charAt(start + index - 1),
        text.charAt(start + index + found.length),
      ];
      const isChinese = /\p{Script=Han}/u.test(before) && /\p{Script=Han}/u.test(after);
      edits.push({
        start: start + index,
        end: start + index + found.length,
        text: isChinese ? '' : ' ',
      });
    }
  }
  return edits;
}

const ODD_BLANKS = new RegExp(`${ODD_BLANK.source}+`, 'g');
