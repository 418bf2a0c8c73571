import { describe, expect, test } from 'vitest';
import { setText } from '../src/render/pdf/set-text.ts';
import { displayWidth, forbidsLineEnd, forbidsLineStart } from '../src/text/characters.ts';
import { breakLines, type Line, naturalWidth } from '../src/text/line-break.ts';
import { fonts } from './pdf-reader.ts';

/** Lines of a text on a measure of `ems` full-width characters. */
function lines(text: string, ems: number, justify = false): string[] {
  const { set, broken } = layOut(text, ems, justify);
  return broken.map((line) => lineText(set.text.codes, line));
}

function layOut(text: string, ems: number, justify: boolean) {
  const set = setText(fonts, [{ text }], 0);
  const room = ems * 1000;
  return { set, broken: breakLines(set.text, { first: room, rest: room, justify }) };
}

function lineText(codes: ArrayLike<number>, line: Line): string {
  return Array.from(codes)
    .slice(line.start, line.end)
    .map((code) => String.fromCodePoint(code))
    .join('');
}

describe('where lines break', () => {
  test.each<[string, string, number, string[]]>([
    [
      'a full stop may stand in the last half em',
      '申请人自备。其他',
      5.5,
      ['申请人自备。', '其他'],
    ],
    ['a comma never starts a line', '申请人自备，其他人', 5, ['申请人自', '备，其他人']],
    ['a bracket never ends a line', '材料名称（表）齐全', 5, ['材料名称', '（表）齐全']],
    ['a number stays with its unit', '承诺时限为20个工作日', 7, ['承诺时限为', '20个工作日']],
    ['第 stays with its number', '见该条例第12条规', 6, ['见该条例', '第12条规']],
    ['a dash pair is not parted', '本条例——依', 4, ['本条', '例——依']],
    ['words break at blanks, which vanish', 'one two three', 4.2, ['one two', 'three']],
    [
      'a long code breaks where it must',
      'X40001190120000111999900',
      5,
      ['X40001190', '120000111', '999900'],
    ],
    ['a line feed ends a line', '甲\n乙', 10, ['甲', '乙']],
    [
      'no lonely character on the last line',
      '申请人应当具备下列条件',
      10,
      ['申请人应当具备下列', '条件'],
    ],
  ])('%s', (_, text, ems, expected) => {
    expect(lines(text, ems)).toEqual(expected);
  });
});

test('squeezed marks give up half an em each', () => {
  const width = (text: string) => {
    const set = setText(fonts, [{ text }], 0);
    return naturalWidth(set.text, 0, set.text.codes.length);
  };
  expect(width('法》。')).toBe(2500);
  expect(width('法》（第')).toBe(3500);
  expect(width('：“申')).toBe(2500);
  expect(width('甲A') - width('甲') - width('A')).toBe(150);
});

test('whatever the text, nothing is lost and no rule is broken', () => {
  const alphabet = Array.from('申请人材料，。；：“”（）《》、—…·％℃0123456789abcXYZ /-.𬱖①');
  let seed = 7;
  const next = (limit: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % limit;
  };
  for (let round = 0; round < 400; round += 1) {
    const text = Array.from({ length: 20 + next(120) }, () => {
      const pick = next(3) > 0 ? next(5) : next(alphabet.length);
      return alphabet[pick] ?? '';
    }).join('');
    const { set, broken } = layOut(text, 8 + next(30), next(2) === 0);
    const shown = broken.map((line) => lineText(set.text.codes, line));
    expect(shown.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(rulesBroken(shown)).toEqual([]);
  }
});

/** Breaks that part forbidden neighbours, unless a run of marks left no other place. */
function rulesBroken(shown: readonly string[]): string[] {
  return shown.slice(1).filter((line, index) => {
    const before = shown[index] ?? '';
    const start = line.codePointAt(0) ?? 0;
    const end = Array.from(before.trimEnd()).at(-1)?.codePointAt(0) ?? 0;
    const forced = !/[\p{Script=Han}0-9a-zA-Z① ].*[\p{Script=Han}0-9a-zA-Z①（《“ ]/u.test(before);
    return !forced && (forbidsLineStart(start) || forbidsLineEnd(end));
  });
}

test('display width counts columns of a terminal', () => {
  expect(displayWidth('取水A（1）𬱖')).toBe(4 + 1 + 2 + 1 + 2 + 2);
});
