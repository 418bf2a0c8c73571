import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { importFile } from '../src/import/import.ts';
import { loadCatalog } from '../src/load/load.ts';
import type { Catalog } from '../src/model/catalog.ts';
import { measureCompression } from '../src/stats/compression.ts';
import { policyOf } from '../src/stats/policy.ts';
import { toPercent, toPlain } from '../src/stats/rational.ts';
import { LimitTally, measureSensitivity } from '../src/stats/sensitivity.ts';
import { memoryFiles } from './memory-files.ts';

const RECORDS = new URL('../../shared/data/power-list-heilongjiang.json', import.meta.url);
const present = existsSync(RECORDS);
if (!present) console.log('skipped: ../shared/data is absent, no ratio of real records measured');

interface Row {
  readonly code: string;
  /** Days × 7, so that 5/7 of a calendar day is whole; undefined when it cannot be counted. */
  readonly statutory: number | undefined;
  readonly committed: number | undefined;
}

/** Another way to the same figure: regular expressions on the published text, sevenths of days. */
function independentRows(): Row[] {
  const records: Record<string, string>[] = JSON.parse(readFileSync(RECORDS, 'utf8'));
  return records.map((record) => ({
    code: record.职权编码 ?? '',
    statutory: sevenths(record.法定时限 ?? ''),
    committed: sevenths(record.承诺时限 ?? ''),
  }));
}

function sevenths(text: string): number | undefined {
  // 延长10日个工作日: nobody can say what is meant.
  if (/日个工作日/.test(text)) return undefined;
  const bare = text
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/\s/g, '')
    .replace(/^自受理之日起/, '');
  const match = /^(\d+)个?(工作日|自然日)$/.exec(bare);
  return match === null ? undefined : Number(match[1]) * (match[2] === '工作日' ? 7 : 5);
}

describe.skipIf(!present)('219 real records', () => {
  let catalog: Catalog;

  beforeAll(async () => {
    const { files } = await importFile(readFileSync(RECORDS), 'power-list-heilongjiang.json');
    catalog = loadCatalog(memoryFiles(Object.fromEntries(files))).catalog;
  });

  test('the ratio agrees with another computation straight from the text', () => {
    const rows = independentRows();
    const counted = rows.filter(
      ({ statutory, committed }) => committed !== undefined && committed <= (statutory ?? -1),
    );
    const sum = (key: 'statutory' | 'committed') =>
      counted.reduce((total, row) => total + (row[key] ?? 0), 0);
    const ours = measureCompression(catalog, policyOf());
    expect(ours.counted.map(({ id }) => id).sort()).toEqual(counted.map(({ code }) => code).sort());
    expect(toPlain(ours.statutory)).toBe((sum('statutory') / 7).toFixed(2));
    expect(toPlain(ours.committed)).toBe((sum('committed') / 7).toFixed(2));
    const ratio = 1 - sum('committed') / sum('statutory');
    expect(toPercent(ours.ratio!)).toBe(`${(ratio * 100).toFixed(1)}%`);
    expect([ours.counted.length, toPercent(ours.ratio!)]).toEqual([179, '33.6%']);
  });

  test('every record left out is listed with the reason', () => {
    const { counted, leftOut } = measureCompression(catalog, policyOf());
    expect(counted.length + leftOut.length).toBe(219);
    const reasons = leftOut.map(({ reason }) => reason.zh.replace(/：?“.*”/, ''));
    const count = grouped(reasons);
    expect(Object.fromEntries([...count].map(([reason, list]) => [reason, list.length]))).toEqual({
      法定办结时限待整理: 7,
      没有填写法定办结时限: 7,
      '时限分情形写明，口径按事项计': 3,
      承诺办结时限待整理: 3,
      法定办结时限没有写明是工作日还是自然日: 19,
      法定办结时限为即时: 1,
    });
    for (const { line } of leftOut) expect(line).toBeGreaterThan(0);
  });

  test('the band holds the ratio and every single variant', () => {
    const { low, high, variants } = measureSensitivity(limitsIn(catalog), policyOf());
    expect([toPercent(low!.ratio), toPercent(high!.ratio)]).toEqual(['33.2%', '35.4%']);
    for (const { ratio } of variants) {
      expect(Number(ratio!.n) / Number(ratio!.d)).toBeGreaterThanOrEqual(
        Number(low!.ratio.n) / Number(low!.ratio.d),
      );
      expect(Number(ratio!.n) / Number(ratio!.d)).toBeLessThanOrEqual(
        Number(high!.ratio.n) / Number(high!.ratio.d),
      );
    }
  });
});

function limitsIn({ items }: Catalog): LimitTally {
  const tally = new LimitTally();
  for (const { value } of items) tally.take(value);
  return tally;
}

function grouped(values: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const value of values) groups.set(value, [...(groups.get(value) ?? []), value]);
  return groups;
}
