import type { Span } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { findInvisible } from '../text/invisible.ts';
import { Lines } from '../text/lines.ts';
import { conflictsIn } from './conflicts.ts';
import { type Fault, tellFaults, unmended } from './fault.ts';
import { loadFinding } from './findings.ts';
import { readWritten, type Written } from './read-written.ts';
import { findSlips, maySlip } from './slips/find-slips.ts';
import { applyEdits, type Mended, type Slip } from './slips/slip.ts';

/**
 * Reads a text and says what is wrong with it. Where that are slips of the pen, they are told, and
 * what is wrong besides once they are mended. If it could be read with them, its values are those
 * that were meant; else nothing is made of it.
 */
export function readFaults(path: string, text: string, kind: Kind): Written {
  const conflicts = conflictsIn(path, text);
  if (conflicts.length > 0) return { faults: conflicts.map(unmended), isPlain: false };
  const written = readWritten(path, text, kind);
  const isSound = written.entry !== undefined && written.faults.length === 0;
  if (isSound && written.isPlain && !maySlip(text)) return written;
  if (written.faults.some(({ finding }) => finding.rule === 'file-size')) return written;
  const unseen = isSound ? [] : findInvisible(text);
  const clean = applyEdits(
    text,
    unseen.map(({ start, end }) => ({ start, end, text: '' })),
  );
  const slips = findSlips(clean.text, kind)
    .filter(({ rule }) => !isSound || SILENT.has(rule))
    .map((slip) => moved(slip, clean.back));
  if (slips.length === 0 && unseen.length === 0) return written;
  return readMended(path, text, kind, written, slips, unseen);
}

/** What a file lacks is told once it can be read. */
const LACKING: ReadonlySet<string> = new Set(['missing-field', 'empty-value']);

/** Slips that a text may have which reads well: it says something else than was meant. */
const SILENT: ReadonlySet<string> = new Set([
  'lost-text',
  'list-marker',
  'list-separator',
  'odd-quote',
]);

/** A slip found in a text without what nobody sees, as it stands in the whole. */
function moved(slip: Slip, back: Mended['back']): Slip {
  const edits = slip.edits.map(({ start, end, text }) => ({
    start: back(start),
    end: back(end),
    text,
  }));
  return { ...slip, start: back(slip.start), end: back(slip.end), edits };
}

function readMended(
  path: string,
  text: string,
  kind: Kind,
  written: Written,
  slips: readonly Slip[],
  unseen: readonly { readonly start: number; readonly end: number }[],
): Written {
  const lines = new Lines(text);
  const edits = slips.flatMap((slip) => slip.edits);
  const gone = unseen.map(({ start, end }) => ({ start, end, text: '' }));
  const mended = applyEdits(text, [...edits, ...gone]);
  const read = readWritten(path, mended.text, kind);
  const after = new Lines(mended.text);
  const isMended = edits.length + gone.length > 0;
  const others = read.faults
    .map(({ finding }) => finding)
    .filter(({ rule }) => !isMended || rule !== 'yaml-syntax')
    .map((finding) => ({ ...finding, span: spanBefore(finding.span, after, mended.back, lines) }));
  const faults = [...toldSlips(path, slips, lines), ...others.map(unmended)];
  const { isPlain } = written;
  if (written.entry === undefined) {
    return { faults: faults.filter(({ finding }) => !LACKING.has(finding.rule)), isPlain };
  }
  const { value } = read.entry ?? written.entry;
  return { entry: { ...written.entry, value }, faults, isPlain };
}

function toldSlips(path: string, slips: readonly Slip[], lines: Lines): Fault[] {
  return tellFaults(
    slips,
    ({ rule }) => rule,
    ({ rule, start, end, message, hint, edits, sure }) => {
      const finding = loadFinding(rule, path, { span: lines.span(start, end) }, message, hint);
      return { finding, edits, sure };
    },
  );
}

/** Where a place of a mended text stood before. */
function spanBefore(span: Span, after: Lines, back: Mended['back'], before: Lines): Span {
  const start = back(after.offset(span.line, span.column));
  const end = back(after.offset(span.endLine, span.endColumn));
  return before.span(start, Math.max(start + 1, end));
}
