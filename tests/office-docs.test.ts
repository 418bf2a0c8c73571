import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { readCsv } from '../src/import/formats/csv.ts';
import { emptyFolder, run } from './program.ts';

const PAGE = readFileSync(new URL('../docs/office.md', import.meta.url), 'utf8');

/** What stands between fences of a language, in the order of the page. */
function blocks(language: string): string[] {
  return [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );
}

it('leads from the list to the printed sheet by what the page says alone', async () => {
  const cwd = emptyFolder();
  const [list = ''] = blocks('csv');
  const { rows } = await readCsv(list);
  const sheets = [{ name: '清单', rows: rows.map((row) => [...row]) }];
  writeFileSync(join(cwd, '清单.xlsx'), await writeXlsx({ sheets }));
  const lines = blocks('sh').flatMap((block) => block.trim().split('\n'));
  const commands = lines.map((line) => line.split(' ').slice(1));
  const [trial = [], real = []] = commands;
  expect([trial[2], real[2]]).toEqual(['--dry-run', '--to']);

  const seen = await run(trial, cwd);
  expect(seen).toMatchObject({ code: 0, err: '' });
  expect(seen.out).toContain('不认得的表头：到哪里办');
  const [edit = ''] = blocks('yaml');
  const map = join(cwd, '列名.yaml');
  const key = edit.slice(0, edit.indexOf(':') + 1);
  const draft = readFileSync(map, 'utf8').split('\n');
  expect(draft.filter((line) => line.startsWith(key))).toHaveLength(1);
  const settled = draft.map((line) => (line.startsWith(key) ? edit.trim() : line));
  writeFileSync(map, settled.join('\n'));

  const done = await run(real, cwd);
  expect(done.out.trim().split('\n').at(-1)).toMatch(/^已导入 1 项，实施主体 1 个.*待整理 0 处/);
  expect(existsSync(join(cwd, 'catalog/import-map.yaml'))).toBe(true);
  for (const name of ['check', 'build']) {
    const [command = []] = commands.filter(([one]) => one === name);
    expect(await run(command, cwd)).toMatchObject({ code: 0 });
  }
  const notice = listing(cwd).find((path) => path.endsWith('/notice.pdf')) ?? '';
  expect(readFileSync(join(cwd, notice)).subarray(0, 5).toString()).toBe('%PDF-');
});

function listing(cwd: string): string[] {
  const paths = readdirSync(join(cwd, 'public'), { recursive: true, encoding: 'utf8' });
  return paths.map((path) => `public/${path}`);
}
