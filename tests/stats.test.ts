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
    expect(percent([limit('52132个工作日', '2190个工作日')])).toBe('95.8');
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
    expect(percent([limit('3个工作日', '8小时')])).toBe('66.7');
    expect(percent([limit('60日', '30日')], { day: '1' })).toBe('50.0');
    expect(percent([limit('1年', '25个工作日')])).toBe('90.0');
  });

  test('books 即办件 as the 口径 says', () => {
    const item = `case: 即办件\n${limit('20个工作日', '即时')}`;
    expect(percent([item])).toBe('100.0');
    expect(percent([item], { instant: '0.5' })).toBe('97.5');
    expect(percent([item], { instant: '1' })).toBe('95.0');
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
