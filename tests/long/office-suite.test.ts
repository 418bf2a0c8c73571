import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { emptyFolder, run } from '../program.ts';

/** LibreOffice is not among what the tests bring; without it this is told as skipped. */
const HAS_OFFICE = spawnSync('soffice', ['--version']).status === 0;
const ITEM = 'catalog/items/water/water-abstraction.yaml';

function savedByOffice(cwd: string, from: string, to: string): void {
  const argv = ['--headless', `-env:UserInstallation=file://${cwd}/profile`];
  const saved = spawnSync('soffice', [...argv, '--convert-to', 'xlsx', '--outdir', to, from], {
    cwd,
  });
  expect(saved.status).toBe(0);
}

test.skipIf(!HAS_OFFICE)(
  'LibreOffice opens, changes and saves a workbook without loss',
  async () => {
    const cwd = emptyFolder();
    cpSync('catalog', join(cwd, 'catalog'), { recursive: true });
    await run(['export', 'catalog', '--to', 'list.xlsx'], cwd);
    savedByOffice(cwd, 'list.xlsx', 'saved');
    const same = await run(['import', 'saved/list.xlsx', '--to', 'catalog'], cwd);
    expect([same.code, same.out]).toEqual([
      0,
      '改了 0 处（0 个文件），新增 0 个文件，冲突 0 处，没有读懂 0 格\n',
    ]);
    const book = await readXlsx(readFileSync(join(cwd, 'saved/list.xlsx')));
    const sheets = book.sheets.map(({ name, rows }) => {
      const at = (rows[0] ?? []).indexOf('承诺办结时限');
      const changed = rows.map((row) => {
        const isOurs = name === '事项' && row[0] === 'water-abstraction';
        return row.map((cell, column) => (isOurs && column === at ? '2个工作日' : cell));
      });
      return { name, rows: changed };
    });
    writeFileSync(join(cwd, 'changed.xlsx'), await writeXlsx({ sheets }));
    savedByOffice(cwd, 'changed.xlsx', 'again');
    const before = readFileSync(join(cwd, ITEM), 'utf8');
    const { out } = await run(['import', 'again/changed.xlsx', '--to', 'catalog'], cwd);
    expect(out).toContain('改了 1 处（1 个文件）');
    expect(readFileSync(join(cwd, ITEM), 'utf8')).toBe(
      before.replace('committed: 3个工作日', 'committed: 2个工作日'),
    );
  },
);
