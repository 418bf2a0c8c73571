import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importFile } from '../src/import/import.ts';
import { loadCatalog } from '../src/load/load.ts';
import type { Item } from '../src/model/schema.gen.ts';
import { memoryFiles } from './memory-files.ts';

const RECORDS = new URL('../../shared/data/power-list-heilongjiang.json', import.meta.url);
const present = existsSync(RECORDS);
if (!present) console.log('skipped: ../shared/data is absent, import of real records not tested');

/** Words that a field's value stands for: a count, a form, a term, a heading's stock phrase. */
const ACCOUNTED: Record<string, RegExp> = {
  共同实施部门: /^无$/,
  法定时限: /^无$/,
  收费: /^[是否]$/,
  收费依据与标准: /^无$/,
  邮政编码: /^无$/,
  行政相对人: /^(?:个人|事业单位)$/,
};
const MARKER = /^(?:[一二三四五六七八九十百]+|\d{1,2}|第[一二三四五六七八九十]+条)$/;
const COPIES =
  /(?:(?:各)?(?:一式|制式)?[\d一二三四五六七八九十两]+份|原件(?:及|和)?|复印件|各|需)+$|^\d(?=\p{Script=Han})/u;
const HEADING =
  /(?:的)?(?:应当?|所?需要?)?(?:具备|提交|提供)?(?:的)?(?:下列|以下)?(?:的)?(?:基本|办理)?(?:材料|条件)(?:要求)?$|的$/;
const LIMIT = /^(.*?)(?:自受理之日起)?([\d]+)个?(工作日|自然日|日|个月)(?:内)?$/;

function strings(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(strings);
  return [String(value)];
}

function plain(text: string): string {
  return text.replace(/[\s\\]+/g, '');
}

function segmentsOf(text: string): string[] {
  const parts = text.split(/[\p{P}\p{S}\s①-⑳]+|规定(?=[：:])/u);
  return parts.filter((part) => part !== '');
}

describe.skipIf(!present)('219 real records', async () => {
  const bytes = present ? readFileSync(RECORDS) : new Uint8Array();
  const records: Record<string, string | string[]>[] = present ? JSON.parse(bytes.toString()) : [];
  const { files, summary } = present
    ? await importFile(bytes, 'records.json')
    : { files: new Map<string, string>(), summary: undefined };
  const items = summary?.items ?? [];

  it('give one sound file each', () => {
    expect(items).toHaveLength(219);
    expect(new Set(items.map(({ path }) => path)).size).toBe(219);
    const { catalog, findings } = loadCatalog(memoryFiles(Object.fromEntries(files)));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(catalog.items).toHaveLength(219);
  });

  it('are kept word for word at the end of each file', () => {
    for (const [at, { path }] of items.entries()) {
      const { imported } = parse(files.get(path) ?? '') as Item;
      for (const [column, value] of Object.entries(records[at] ?? {})) {
        const text = Array.isArray(value) ? value.join('、') : value;
        if (text.trim() !== '') expect(imported?.record?.[column]).toBe(text);
      }
    }
  });

  it('are found again, piece by piece, in a field or among what is left to settle', () => {
    const lost: string[] = [];
    for (const [at, { path }] of items.entries()) {
      const { imported, ...item } = parse(files.get(path) ?? '') as Item;
      const department = files.get(`departments/${item.department}.yaml`) ?? '';
      const open = strings(imported?.unresolved ?? []);
      const hay = [...strings(item), ...open, department].map(plain).join('\n');
      for (const [column, value] of Object.entries(records[at] ?? {})) {
        if (column === '链接') continue;
        for (const segment of strings(value).flatMap(segmentsOf)) {
          if (!accounted(segment, column, hay)) lost.push(`${path} ${column}: ${segment}`);
        }
      }
    }
    expect(lost).toEqual([]);
  });

  it('have every doubt in the report', () => {
    const report = plain(files.get('import-report.md') ?? '');
    for (const { item, reading } of items) {
      for (const { field, reason } of reading.unresolved) {
        const row = `\`${item.id}\`|${plain(item.name ?? '')}|${field}|${plain(reason)}|`;
        expect(report.includes(row), row).toBe(true);
      }
    }
  });

  it('give the same bytes on every run', async () => {
    const again = await importFile(bytes, 'records.json');
    expect([...again.files]).toEqual([...files]);
  });
});

function accounted(segment: string, column: string, hay: string): boolean {
  const found = (text: string): boolean => text === '' || hay.includes(plain(text));
  if (found(segment) || MARKER.test(segment) || ACCOUNTED[column]?.test(segment) === true) {
    return true;
  }
  const limit = LIMIT.exec(segment);
  if (limit !== null && column.endsWith('时限')) {
    const [, name = '', amount = '', unit = ''] = limit;
    return found(name) && new RegExp(`${amount}个?${unit}`).test(hay);
  }
  const fee = /^(\D+?)(每\D{1,3}\d+元)$/.exec(segment);
  if (fee !== null) return found(fee[1] ?? '') && found(fee[2] ?? '');
  if (column === '职权依据') return citationFound(segment, found);
  const heading = segment.replace(HEADING, '').replace(/^报审/, '');
  return found(segment.replace(COPIES, '')) || found(heading);
}

/** An article's number stands apart from its quote; a law's number sticks to what precedes it. */
function citationFound(segment: string, found: (text: string) => boolean): boolean {
  const article = /^(第[一二三四五六七八九十百]+条)(.*)$/.exec(segment);
  if (article !== null) return found(article[1] ?? '') && found(article[2] ?? '');
  return found(segment.replace(/[二三四五六七八九十]+$/, ''));
}
