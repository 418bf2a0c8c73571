import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../src/load/load.ts';
import { measureCompression } from '../src/stats/compression.ts';
import { policyOf } from '../src/stats/policy.ts';
import { multiply, parseRational, rational, toFixed } from '../src/stats/rational.ts';
import { memoryFiles } from './memory-files.ts';

/** A catalogue with one item for each pair of limits. */
function catalogueOf(limits: readonly string[]) {
  const files = limits.map((each, index): [string, string] => [
    `items/water/i${index}.yaml`,
    `id: i${index}\nname: 取水许可\ntype: 行政许可\ndepartment: water\n${each}\n`,
  ]);
  return loadCatalog(memoryFiles(Object.fromEntries(files))).catalog;
}

function percent(limits: readonly string[], settings = {}): string {
  const { ratio } = measureCompression(catalogueOf(limits), policyOf(settings));
  return ratio === undefined ? 'none' : toFixed(multiply(ratio, rational(100n)), 1);
}

const limit = (statutory: string, committed: string) =>
  `limits: { statutory: ${statutory}, committed: ${committed} }`;

describe('时限压缩率', () => {
  test('is the ratio of sums', () => {
    expect(percent([limit('45个工作日', '3个工作日')])).toBe('93.3');
    expect(percent(Array(10).fill(limit('20个工作日', '5个工作日')))).toBe('75.0');
    // 52132 and 2190 in all.
    const many = Array(99).fill(limit('521个工作日', '21个工作日'));
    expect(percent([...many, limit('553个工作日', '111个工作日')])).toBe('95.8');
  });

  test('leaves out what cannot be counted, with the reason and the line', () => {
    const items = [
      limit('20个工作日', '5个工作日'),
      'limits: { committed: 1个工作日 }',
      'limits: { statutory_note: 无, committed: 1个工作日 }',
      limit('60日', '30日'),
      limit('5个工作日', '20个工作日'),
      `${limit('20个工作日', '5个工作日')}\nstate: 暂停`,
      'limits:\n  statutory: 即时\n  committed: 即时',
    ];
    const { counted, leftOut } = measureCompression(catalogueOf(items), policyOf());
    expect(counted.map(({ id }) => id)).toEqual(['i0']);
    expect(leftOut.map(({ reason }) => reason.zh)).toEqual([
      '没有填写法定办结时限',
      '法定办结时限只有说明：“无”',
      '法定办结时限“60日”没有写明是工作日还是自然日',
      '承诺长于法定',
      '事项状态为暂停',
      '法定办结时限为即时',
    ]);
    expect(leftOut[5]?.line).toBe(6);
  });

  test('converts units by the declared 口径, exactly', () => {
    expect(percent([limit('30个自然日', '15个自然日')])).toBe('50.0');
    expect(percent([limit('3个工作日', '8工作小时')])).toBe('66.7');
    expect(percent([limit('3个工作日', '8小时')], { hour: '1/8' })).toBe('66.7');
    // By the clock: 8/24 of 5/7.
    expect(percent([limit('3个工作日', '8小时')])).toBe('92.1');
    expect(percent([limit('48小时', '12小时')])).toBe('75.0');
    // Of the hall: 8 of 8 hours a day; of the law: 48 of 24.
    expect(percent([limit('48小时', '8小时')], { hour: '1/8' })).toBe('30.0');
    expect(percent([limit('60日', '30日')], { day: '1' })).toBe('50.0');
    expect(percent([limit('1年', '25个工作日')])).toBe('90.0');
  });

  test('books 即办件 as the 口径 says', () => {
    const item = `case: 即办件\n${limit('20个工作日', '即时')}`;
    expect(percent([item])).toBe('100.0');
    expect(percent([item], { instant: '0.5' })).toBe('97.5');
    expect(percent([item], { instant: '1' })).toBe('95.0');
  });

  test.each([
    ['1个月', '30个自然日', '1.4'],
    ['1年', '12个月', '0.0'],
    ['3个月', '90个自然日', '1.4'],
    ['2个自然日', '24小时', '50.0'],
    ['1个月', '15个自然日', '50.7'],
  ])('%s against %s as natural time', (statutory, committed, expected) => {
    expect(percent([limit(statutory, committed)])).toBe(expected);
  });

  test.each([
    ['1个月', '31个自然日', '承诺和法定哪个长要看日历'],
    ['1个月', '32个自然日', '承诺长于法定'],
    ['0个工作日', '0个工作日', '法定办结时限“0个工作日”不可信，法律不会规定0'],
    ['1000个工作日', '5个工作日', '法定办结时限“1000个工作日”是表示没有时限的代用数'],
    ['5000个工作日', '5个工作日', '法定办结时限“5000个工作日”是表示没有时限的代用数'],
    ['999年', '5个工作日', '法定办结时限“999年”是表示没有时限的代用数'],
    ['20个工作日', '1200个自然日', '承诺长于法定'],
  ])('%s against %s is left out and told', (statutory, committed, reason) => {
    const { leftOut } = measureCompression(catalogueOf([limit(statutory, committed)]), policyOf());
    expect(leftOut.map((one) => one.reason.zh)).toEqual([reason]);
  });

  test('a written limit of a 即办件 stands, whatever the 口径 books', () => {
    const item = `case: 即办件\n${limit('20个工作日', '2个工作日')}`;
    for (const instant of ['0', '0.5', '1', 'as-declared'] as const) {
      expect(percent([item], { instant })).toBe('90.0');
    }
  });

  test('there is no percentage of nothing', () => expect(percent([])).toBe('none'));
});

test('one rounding, at the end, half up', () => {
  expect(toFixed(rational(1n, 8n), 2)).toBe('0.13');
  expect(toFixed(rational(5n, 10n), 0)).toBe('1');
  expect(toFixed(parseRational('0.05') ?? rational(0n), 1)).toBe('0.1');
  expect(parseRational('5/7')).toEqual({ n: 5n, d: 7n });
  expect(parseRational('-1')).toBeUndefined();
});
