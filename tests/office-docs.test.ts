import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
  writeFileSync(join(cwd, '清单.csv'), list);
  const commands = blocks('sh').map((line) => line.trim().split(' ').slice(1));
  expect(commands.map(([name]) => name)).toEqual(['import', 'import', 'check', 'build']);
  const [trial = [], real = [], check = [], build = []] = commands;

  const seen = await run(trial, cwd);
  expect(seen).toMatchObject({ code: 0, err: '' });
  expect(seen.out).toContain('不认得的表头：窗口位置');
  const [edit = ''] = blocks('yaml');
  const map = join(cwd, '列名.yaml');
  const key = edit.slice(0, edit.indexOf(':') + 1);
  const lines = readFileSync(map, 'utf8').split('\n');
  expect(lines.filter((line) => line.startsWith(key))).toHaveLength(1);
  const settled = lines.map((line) => (line.startsWith(key) ? edit.trim() : line));
  writeFileSync(map, settled.join('\n'));

  const done = await run(real, cwd);
  expect(done.out.trim().split('\n').at(-1)).toMatch(/^已导入 1 项，实施主体 1 个.*待整理 0 处/);
  expect(existsSync(join(cwd, 'catalog/import-map.yaml'))).toBe(true);
  expect(await run(check, cwd)).toMatchObject({ code: 0 });
  expect(await run(build, cwd)).toMatchObject({ code: 0 });
  const notice = /public\/items\/\S+\/notice\.pdf/.exec(listing(cwd).join('\n'))?.[0] ?? '';
  expect(readFileSync(join(cwd, notice)).subarray(0, 5).toString()).toBe('%PDF-');
});

function listing(cwd: string): string[] {
  const paths = readdirSync(join(cwd, 'public'), { recursive: true, encoding: 'utf8' });
  return paths.map((path) => `public/${path}`);
}
