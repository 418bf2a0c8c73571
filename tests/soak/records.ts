import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Random } from '../bench/random.ts';
import { ROOT } from '../program.ts';
import { spoilBytes } from './bytes.ts';
import { spoilStructure } from './structure.ts';
import { hostileWord } from './words.ts';

const HEAD = ['事项名称', '基本编码', '事项类型', '实施主体', '法定办结时限', '申请材料', '收费'];
const ROW = [
  '取水许可',
  '000119001000',
  '行政许可',
  '水利局',
  '45个工作日',
  '申请书；身份证',
  '否',
];

/** What `import`, `claims` and `wording` read: records, sentences and lines, most of them spoilt. */
export async function writeRecords(folder: string, random: Random): Promise<void> {
  const write = (name: string, bytes: Buffer): void => {
    const spoilt = random.chance(0.4) ? spoilBytes(bytes, random) : bytes;
    writeFileSync(join(folder, name), spoilt);
  };
  const rows = [HEAD, ...Array.from({ length: random.below(40) }, () => rowOf(random))];
  write('input.csv', Buffer.from(rows.map((row) => row.map(cellOf).join()).join('\n')));
  write('input.xlsx', Buffer.from(await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] })));
  write('input.json', Buffer.from(jsonOf(random)));
  const claims = readFileSync(join(ROOT, 'examples/claims.yaml'), 'utf8');
  write('claims.yaml', Buffer.from(spoilClaims(claims, random)));
  write('input.txt', Buffer.from(rows.flat().join('\n')));
}

function rowOf(random: Random): string[] {
  return ROW.map((cell) => (random.chance(0.2) ? hostileWord(random) : cell));
}

/** Quotes and commas are left as they are now and then. */
function cellOf(cell: string): string {
  return /[",\n]/.test(cell) && cell.length % 3 > 0 ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function jsonOf(random: Random): string {
  const text = readFileSync(join(ROOT, 'tests/cases/import/county.json'), 'utf8');
  if (random.chance(0.1)) return `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const value: unknown = JSON.parse(text);
  const rows = Array.isArray(value) ? value : Object.values(value as object);
  return JSON.stringify(rows.map((row: object) => spoilRow(row, random)));
}

function spoilRow(row: object, random: Random): unknown {
  if (random.chance(0.05)) return hostileWord(random);
  const cells = Object.entries(row).map(([key, cell]): [string, unknown] => {
    const name = random.chance(0.05) ? hostileWord(random) : key;
    return [name, random.chance(0.1) ? hostileWord(random) : cell];
  });
  return Object.fromEntries(cells);
}

const SUMS = ['÷ 0', '(', '))', '目录.constructor', '__proto__', '9'.repeat(500), '? × ?', '− −1'];

function spoilClaims(text: string, random: Random): string {
  if (random.chance(0.5)) return spoilStructure(text, random);
  const deep = random.pick([10, 3000]);
  const sum = random.chance(0.3) ? '('.repeat(deep) + ')'.repeat(deep) : random.pick(SUMS);
  return text.replace(/is: .*? }/, () => `is: ${JSON.stringify(sum)} }`);
}
