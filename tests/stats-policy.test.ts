import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../src/load/load.ts';
import type { Catalog } from '../src/model/catalog.ts';
import type { CountingSettings } from '../src/model/schema.gen.ts';
import { measureCompression } from '../src/stats/compression.ts';
import { judge, measure } from '../src/stats/figure.ts';
import { FIGURES } from '../src/stats/figures/index.ts';
import { GroupCount } from '../src/stats/groups.ts';
import { mostInfluential } from '../src/stats/influence.ts';
import { openPolicy, policyOf } from '../src/stats/policy.ts';
import { add, compare, rational, toPercent, toSigned, ZERO } from '../src/stats/rational.ts';
import { selectItems } from '../src/stats/selection.ts';
import { LimitTally, measureSensitivity } from '../src/stats/sensitivity.ts';
import { measureCatalog } from '../src/stats/stats.ts';
import { memoryFiles } from './memory-files.ts';

/** A catalogue of items written as the lines that follow their heads. */
function catalogueOf(items: readonly string[], settings = ''): Catalog {
  const files = items.map((lines, index): [string, string] => {
    const department = index % 3 === 0 ? 'water' : 'health';
    const head = `id: i${index}\nname: 事项${index}\ndepartment: ${department}\n`;
    const type = /^type:/m.test(lines) ? '' : 'type: 行政许可\n';
    return [`items/${department}/i${index}.yaml`, `${head}${type}${lines}\n`];
  });
  const all = { 'mingbai.yaml': `title: 目录\n${settings}`, ...Object.fromEntries(files) };
  return loadCatalog(memoryFiles(all)).catalog;
}

const limit = (statutory: string, committed: string) =>
  `limits: { statutory: ${statutory}, committed: ${committed} }`;
const ratioOf = (catalog: Catalog, settings: CountingSettings = {}) => {
  const { ratio } = measureCompression(catalog, policyOf(settings));
  return ratio === undefined ? 'none' : toPercent(ratio);
};
const naiveOf = (catalog: Catalog) => toPercent(measureCatalog(catalog, []).naive.ratio!);

function limitsIn({ items }: Catalog): LimitTally {
  const tally = new LimitTally();
  for (const { value } of items) tally.take(value);
  return tally;
}

describe('beside a query that only adds numbers', () => {
  const ten = Array.from({ length: 10 }, () => limit('20个工作日', '5个工作日'));

  test.each([
    ['ten items 20→5', [], '75.0%', '75.0%'],
    ['and one 500→500', [limit('500个工作日', '500个工作日')], '21.4%', '75.0%'],
    ['and one 500→1', [limit('500个工作日', '1个工作日')], '92.7%', '75.0%'],
    ['and “无”', ['limits: { statutory_note: 无, committed: 500个工作日 }'], '21.4%', '75.0%'],
    ['and blanks', ['limits: {}', 'limits: {}'], '74.3%', '75.0%'],
    ['and hours', [limit('20个工作日', '40工作小时')], '59.1%', '75.0%'],
    ['and months', [limit('2个月', '5个工作日')], '72.8%', '77.2%'],
  ])('%s', (_, more, naive, ours) => {
    const catalog = catalogueOf([...ten, ...more]);
    expect(naiveOf(catalog)).toBe(naive);
    expect(ratioOf(catalog)).toBe(ours);
  });

  test('what is not counted is listed', () => {
    const items = [limit('500个工作日', '1个工作日'), limit('20个工作日', '999个工作日')];
    const { leftOut } = measureCompression(catalogueOf(items), policyOf());
    expect(leftOut.map(({ reason }) => reason.zh)).toEqual([
      '承诺办结时限“999个工作日”是表示没有时限的代用数',
      '法定办结时限“500个工作日”是表示没有时限的代用数',
    ]);
  });
});

test('limits by situation count as the 口径 says', () => {
  const item = [
    'situations:',
    '  - { id: new, name: 新办, statutory: 20个工作日, committed: 10个工作日 }',
    '  - { id: renew, name: 延续, statutory: 10个工作日, committed: 2个工作日 }',
  ].join('\n');
  expect(ratioOf(catalogueOf([item]))).toBe('none');
  expect(ratioOf(catalogueOf([item]), { rows: 'situation' })).toBe('60.0%');
});

describe('sensitivity', () => {
  const items = [
    `case: 即办件\n${limit('10个工作日', '即时')}`,
    limit('20日', '10日'),
    limit('20个工作日', '10个工作日'),
    limit('30个自然日', '5个工作日'),
    `type: 公共服务\n${limit('10个工作日', '10个工作日')}`,
  ];

  test('the band is what trying every 口径 one by one gives', () => {
    const catalog = catalogueOf(items);
    const { low, high, tried } = measureSensitivity(limitsIn(catalog), policyOf());
    const ratios: number[] = [];
    for (const types of [policyOf().types, ['行政许可']]) {
      for (const instant of ['as-declared', '0.5', '1'] as const) {
        for (const natural_day of ['5/7', '1']) {
          for (const day of [undefined, '1', '5/7']) {
            const own = { types: [...types], instant, natural_day, ...(day ? { day } : {}) };
            const { ratio } = measureCompression(catalog, policyOf(own));
            ratios.push(Number(ratio!.n) / Number(ratio!.d));
          }
        }
      }
    }
    expect(tried).toBe(ratios.length);
    expect(Number(low!.ratio.n) / Number(low!.ratio.d)).toBeCloseTo(Math.min(...ratios), 12);
    expect(Number(high!.ratio.n) / Number(high!.ratio.d)).toBeCloseTo(Math.max(...ratios), 12);
  });

  test('the items that move it most, by what leaving them out changes', () => {
    const catalog = catalogueOf([...items.slice(2, 4), limit('100个工作日', '100个工作日')]);
    const [first] = mostInfluential(measureCompression(catalog, policyOf()));
    expect(first?.row.id).toBe('i2');
    expect(toPercent(first!.without)).toBe('63.8%');
    expect(toSigned(first!.moves, 3)).toBe('−0.451');
  });
});

/** Numbers that look random and are the same each time. */
function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomItems(seed: number, count: number): string[] {
  const next = randomly(seed);
  const units = ['个工作日', '个自然日', '日', '个月', '小时'];
  const types = ['行政许可', '行政确认', '公共服务', '行政处罚'];
  return Array.from({ length: count }, () => {
    const unit = units[next(units.length)];
    const statutory = 1 + next(60);
    const lines = [`type: ${types[next(types.length)]}`, `visits: ${next(3)}`];
    if (next(3) > 0) lines.push(`case: ${next(2) === 0 ? '即办件' : '承诺件'}`);
    if (next(4) > 0) lines.push(limit(`${statutory}${unit}`, `${next(statutory + 2)}${unit}`));
    return lines.join('\n');
  });
}

describe.each([1, 2, 3, 4, 5])('properties, catalogue %d', (seed) => {
  const items = randomItems(seed, 60);
  const catalog = catalogueOf(items);
  const policy = policyOf();
  const whole = measureCompression(catalog, policy);

  test('the order of files does not matter', () => {
    const turned = { ...catalog, items: [...catalog.items].reverse() };
    expect(measureCompression(turned, policy).ratio).toEqual(whole.ratio);
    for (const spec of FIGURES) {
      const [a, b] = [catalog, turned].map((each) => measure(spec, selectItems(each, policy)));
      expect(b?.value).toEqual(a?.value);
      expect(b?.leftOut.map(({ id }) => id)).toEqual(a?.leftOut.map(({ id }) => id));
    }
  });

  test('each department on its own adds up to the whole', () => {
    const open = openPolicy(policy);
    const measured = (entries: Catalog['items']) =>
      FIGURES.map((spec) =>
        measure(spec, selectItems(catalog, spec.limited ? policy : open, entries)),
      );
    const all = measured(catalog.items);
    const groups = new GroupCount(catalog, FIGURES);
    for (const entry of catalog.items) {
      const judged = FIGURES.map((spec) =>
        judge(spec, entry, { catalog, policy: spec.limited ? policy : open }),
      );
      groups.take(entry.value, judged);
    }
    const grouped = groups.groupings.find(({ key }) => key === 'department')!;
    const parts = grouped.groups.map(({ name, figures }) => {
      const own = measured(catalog.items.filter(({ value }) => value.department === name));
      expect(figures.map(({ value }) => value)).toEqual(own.map(({ value }) => value));
      return own;
    });
    expect(parts).toHaveLength(2);
    for (const [index, whole] of all.entries()) {
      const own = parts.map((figures) => figures[index]!);
      expect(own.map(({ numerator }) => numerator).reduce(add, ZERO)).toEqual(whole.numerator);
      expect(own.map(({ denominator }) => denominator).reduce(add, ZERO)).toEqual(
        whole.denominator,
      );
      expect(own.flatMap(({ leftOut }) => leftOut)).toHaveLength(whole.leftOut.length);
    }
  });

  test('converting all limits to another unit changes nothing', () => {
    const days = items.map((each) => each.replace(/个自然日|日(?=[,} ])|个月|小时/g, '个工作日'));
    const hours = days.map((each) =>
      each.replace(/(\d+)个工作日/g, (_, amount: string) => `${Number(amount) * 8}小时`),
    );
    const minutes = hours.map((each) =>
      each.replace(/(\d+)小时/g, (_, amount: string) => `${Number(amount) * 60}分钟`),
    );
    const [one, ...others] = [days, hours, minutes].map((each) =>
      measureCompression(catalogueOf(each), policy),
    );
    for (const other of others) {
      expect(other.ratio).toEqual(one?.ratio);
      expect(other.counted.length).toBe(one?.counted.length);
    }
  });

  test('no share is below nothing or above the whole', () => {
    const stats = measureCatalog(catalog, []);
    for (const { spec, value } of stats.figures) {
      if (spec.kind !== 'share' || value === undefined) continue;
      expect(compare(value, ZERO)).toBeGreaterThanOrEqual(0);
      expect(compare(value, rational(1n))).toBeLessThanOrEqual(0);
    }
  });
});
