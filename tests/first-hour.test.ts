import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { emptyFolder, ROOT, run } from './program.ts';

/** What a page or an answer says to type: the commands of mingbai in it, without `npx`. */
function commandsIn(text: string): string[][] {
  return [
    ...text.matchAll(/(?:npx )?mingbai ([a-z][^\n（。；：]*?)(?= {2,}|[\n（。；：`]|$)/g),
  ].map(([, words = '']) => words.trim().split(' '));
}

/** What the line above a blank offers: its first value, or its example. */
function offered(comment: string): string | undefined {
  const values = /写：([^；]*)$/.exec(comment)?.[1]?.split('、')[0];
  return /例如 (.*)$/.exec(comment)?.[1] ?? values;
}

/** Fills in the blanks that a check names, with what the file itself says. */
async function fillIn(root: string, path: string): Promise<void> {
  const { out } = await run(['check', path, '--format', 'json'], root);
  const found: { rule: string; line: number }[] = JSON.parse(out).findings;
  const blanks = new Set(
    found.filter((each) => each.rule === 'empty-value').map((each) => each.line),
  );
  expect(blanks.size).toBeGreaterThan(0);
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  for (const line of blanks) {
    const index = line - 1;
    const own = lines[index] ?? '';
    const value = offered(lines[index - 1] ?? '');
    expect(value, own).toBeDefined();
    lines[index] = `${own} ${value}`;
  }
  writeFileSync(join(root, path), lines.join('\n'));
}

async function typed(words: string[], root: string): Promise<string> {
  const { code, out, err } = await run(words, root);
  expect({ code, words, err: code === 0 ? '' : out + err }).toEqual({ code: 0, words, err: '' });
  return out;
}

test('from an empty folder to five items and printed sheets by what the program says', async () => {
  const root = emptyFolder();
  const lost = await run(['check'], root);
  expect(lost.code).toBe(2);
  const [init = []] = commandsIn(lost.err);
  expect(init).toEqual(['init']);
  const begun = await typed(init, root);
  const next = commandsIn(begun);
  expect(next).toEqual([['check'], ['build', '--out', 'public']]);
  await typed(next[0] ?? [], root);

  const daily = commandsIn(readFileSync(join(root, '说明.md'), 'utf8'));
  const news = daily.filter(([command]) => command === 'new');
  expect(news.map(([, kind]) => kind)).toEqual(['department', 'item', 'item']);
  for (const words of news.slice(0, 2)) {
    const answer = await typed(words, root);
    const [check = []] = commandsIn(answer);
    expect(check[0]).toBe('check');
    await fillIn(root, check[1] ?? '');
  }
  for (const id of ['well-renewal', 'well-change', 'well-transfer']) {
    const like = (news[2] ?? []).map((word) => (word === 'well-renewal' ? id : word));
    const path = commandsIn(await typed(like, root))[0]?.[1] ?? '';
    const text = readFileSync(join(root, path), 'utf8');
    writeFileSync(join(root, path), text.replace(/^(事项名称:)$/m, `$1 取水许可（${id}）`));
  }
  const green = await run(['check'], root);
  expect({ code: green.code, out: green.code === 0 ? '' : green.out }).toEqual({
    code: 0,
    out: '',
  });
  expect(green.out).toContain('5 个事项：错误 0 处');
  await typed(next[1] ?? [], root);
  const items = readdirSync(join(root, 'public/items'), { recursive: true, encoding: 'utf8' });
  expect(items.filter((path) => path.endsWith('notice.pdf')).length).toBe(5);
  expect(existsSync(join(root, 'public/index.html'))).toBe(true);
}, 60_000);

test('the pages of the project begin with the two commands', () => {
  for (const page of ['README.md', 'README.zh-CN.md']) {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const [first = ''] = /```[^`]*```/.exec(text) ?? [];
    expect(first).toMatch(/^npm install mingbai/m);
    expect(commandsIn(first)[0]).toEqual(['init']);
  }
});

test('the settings of a new catalogue are those that were asked for', async () => {
  const root = emptyFolder();
  const argv = [
    ...['init', 'new', '--title', '测试目录', '--region', '安居县', '--region-code', '990124'],
    ...['--publisher', '安居县数据局', '--jurisdiction', 'henan', '--keys', 'en', '--ci', 'gitlab'],
  ];
  await typed(argv, root);
  expect(parse(readFileSync(join(root, 'new/mingbai.yaml'), 'utf8'))).toMatchObject({
    ...{ title: '测试目录', region: '安居县', region_code: '990124', publisher: '安居县数据局' },
    jurisdiction: 'henan',
  });
  expect(existsSync(join(root, 'new/.gitlab-ci.yml'))).toBe(true);
  expect(existsSync(join(root, 'new/.github'))).toBe(false);
  await typed(['check', 'new'], root);
});
