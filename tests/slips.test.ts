import { describe, expect, test } from 'vitest';
import { decodeText } from '../src/load/decode.ts';
import { readFaults } from '../src/load/read-faults.ts';
import { applyEdits } from '../src/load/slips/slip.ts';
import { checkedBefore, type FileRecord, findingsOf, readCatalogFiles } from './patched-catalog.ts';
import { SLIPS, type SlipCase, SOUND } from './slip-cases.ts';

const PATH = 'items/water/water-abstraction.yaml';
const FILES = readCatalogFiles('catalog');
const BEFORE = checkedBefore(FILES);
const TEXT = textOf(FILES);

function textOf(files: FileRecord): string {
  const body = files[PATH];
  if (body === undefined || typeof body === 'string') return body ?? '';
  const decoded = decodeText(body);
  return 'text' in decoded ? decoded.text : '';
}

function slipped({ from, to }: Pick<SlipCase, 'from' | 'to'>): string {
  expect(TEXT.split(from).length, 'stands in the item').toBeGreaterThan(1);
  return TEXT.replace(from, () => to);
}

/** The line (from 1) on which a slip is: the first that is other than before. */
function lineOf({ from, to }: SlipCase): number {
  let same = 0;
  while (same < from.length && from[same] === to[same]) same += 1;
  return TEXT.slice(0, TEXT.indexOf(from) + same).split('\n').length;
}

describe('a slip is told once, where it is, by its name', () => {
  test.each(SLIPS)('$name', (slip) => {
    const findings = findingsOf({ ...FILES, [PATH]: slipped(slip) }, BEFORE);
    const [first, ...more] = findings;
    expect(findings.map(({ message }) => message.zh)).toHaveLength(slip.count ?? 1);
    expect(first?.path).toBe(PATH);
    expect(first?.span.line).toBe(lineOf(slip) + (slip.below ?? 0));
    expect(first?.message.zh).toContain(slip.says);
    expect(first?.hint?.zh).toContain(slip.write);
    for (const finding of more) expect(finding.span.line).toBe(first?.span.line);
  });
});

describe('what is sound is never accused', () => {
  test.each(SOUND)('$name', (sound) => {
    const findings = findingsOf({ ...FILES, [PATH]: slipped(sound) }, BEFORE);
    expect(findings.map(({ message }) => message.zh)).toEqual([]);
  });
});

test('edits lead back to the places of the old text', () => {
  const { text, back } = applyEdits('abcdef', [
    { start: 1, end: 2, text: 'XYZ' },
    { start: 4, end: 4, text: '-' },
  ]);
  expect(text).toBe('aXYZcd-ef');
  expect([0, 4, 5, 7, 8].map(back)).toEqual([0, 2, 3, 4, 5]);
});

test('a file with slips says all of them at once, and what is wrong besides', () => {
  const text = TEXT.replace('level: 县级', 'level：县级')
    .replace('    copies: 2\n', '\tcopies: 2\n')
    .replace('case: 承诺件', 'case: 承诺办件');
  const { entry, faults } = readFaults(PATH, text, 'item');
  expect(faults.map(({ finding }) => finding.rule)).toEqual([
    'fullwidth-colon',
    'yaml-tab',
    'unknown-value',
  ]);
  expect(entry, 'nothing is made of a text that cannot be read').toBeUndefined();
});
