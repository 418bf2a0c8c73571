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

test.skipIf(!HAS_OFFICE)('a list that LibreOffice saved as DOCX comes again', async () => {
  const cwd = emptyFolder();
  const saveList = (limit: string, copies: number): void => {
    const cells = [
      ['事项名称', '事项类型', '实施主体', '承诺时限', '申请材料'],
      ['取水许可', '行政许可', '平川县水利局', limit, `1.申请书 2.身份证复印件${copies}份`],
      ['路灯报修', '公共服务', '平川县城市管理局', '2个工作日', '无需材料'],
    ];
    const rows = cells.map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('');
    const page = `<html><meta charset="utf-8"><table border="1">${rows}</table></html>`;
    writeFileSync(join(cwd, 'list.html'), page);
    const profile = `-env:UserInstallation=file://${cwd}/profile`;
    const to = ['--infilter=HTML (StarWriter)', '--convert-to', 'docx:MS Word 2007 XML'];
    const saved = spawnSync('soffice', ['--headless', profile, ...to, 'list.html'], { cwd });
    expect(saved.status).toBe(0);
  };
  saveList('10个工作日', 1);
  await run(['import', 'list.docx', '--to', 'catalog'], cwd);
  const item = join(cwd, 'catalog/items/pingchuanxianshuiliju/qsxk.yaml');
  const text = readFileSync(item, 'utf8');
  writeFileSync(item, text.replace(': 10个工作日\n', ': 7个工作日 # 商定\n'));
  saveList('10个工作日', 2);
  expect((await run(['import', 'list.docx', '--to', 'catalog'], cwd)).out).toContain('冲突 0 处');
  saveList('5个工作日', 2);
  const told = await run(['import', 'list.docx', '--to', 'catalog'], cwd);
  expect(told.out).toContain('承诺办结时限冲突：目录里是“7个工作日”，表里是“5个工作日”');
  expect(readFileSync(item, 'utf8')).toContain('copies: 2\n');
  expect(readFileSync(item, 'utf8')).toContain('committed: 7个工作日 # 商定\n');
});
