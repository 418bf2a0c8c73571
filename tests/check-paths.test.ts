import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, ROOT, run } from './program.ts';

const WATER = 'items/water/water-abstraction.yaml';
const SOIL = 'items/water/soil-and-water-conservation.yaml';
const POLICE = 'items/police/residence-permit.yaml';

let root = '';
beforeAll(() => {
  root = join(emptyFolder(), 'catalog');
  cpSync(join(ROOT, 'catalog'), root, { recursive: true });
  for (const path of [WATER, SOIL, POLICE]) append(path, 'nmae: x\n');
});

function append(path: string, text: string): void {
  writeFileSync(join(root, path), readFileSync(join(root, path), 'utf8') + text);
}

async function told(argv: string[], cwd = root, stdin = '') {
  const { code, out, err } = await run(['check', ...argv, '--format', 'json'], cwd, stdin);
  const { findings, summary } = JSON.parse(out || '{"findings":[]}');
  return { code, err, summary, paths: findings.map((each: { path: string }) => each.path) };
}

describe('a check of a part of a catalogue', () => {
  test('tells what is found in a folder, items compared with all others', async () => {
    const { code, summary, paths, err } = await told(['items/water']);
    expect(code).toBe(1);
    expect(paths).toEqual([SOIL, WATER]);
    expect(summary).toMatchObject({ files: 2, items: 2, errors: 2 });
    expect(err).not.toContain('没有与别的事项比较');
  });

  test('takes several files and folders', async () => {
    expect((await told([POLICE, WATER])).paths).toEqual([POLICE, WATER]);
    expect((await told([POLICE, 'items/water'])).paths).toEqual([POLICE, SOIL, WATER]);
    expect((await told([POLICE, 'departments'])).summary).toMatchObject({ items: 1, files: 15 });
  });

  test('finds the catalogue from any folder below it', async () => {
    const { paths } = await told([], join(root, 'items/water'));
    expect(paths).toEqual([POLICE, SOIL, WATER].map((path) => `../../${path}`));
    const own = await told(['.'], join(root, 'items/water'));
    expect(own.paths).toEqual([SOIL, WATER].map((path) => `../../${path}`));
    const stats = await run(['stats', '--format', 'json'], join(root, 'halls'));
    expect(stats.code).toBe(0);
  });

  test('keeps to the baseline of the files that are asked for', async () => {
    const copy = join(emptyFolder(), 'catalog');
    cpSync(root, copy, { recursive: true });
    expect((await run(['check', '--write-baseline'], copy)).code).toBe(0);
    const { code, summary } = await told(['items/water'], copy);
    expect({ code, summary }).toMatchObject({
      code: 0,
      summary: { baseline: { known: 2, gone: 0 } },
    });
  });

  test.each([
    [['forms'], '这里没有要检查的文件'],
    [[WATER, 'nowhere'], '没有“nowhere”这个文件或文件夹'],
    [[WATER, join(ROOT, 'catalog')], '属于另一个目录'],
    [['items', '--write-baseline'], '--write-baseline 要检查整个目录'],
    [['-'], '--stdin-path'],
    [['-', WATER, '--stdin-path', WATER], '--stdin-path'],
    [['-', '--stdin-path', '说明.md'], '不在目录约定的位置'],
  ])('refuses %j', async (argv, words) => {
    const { code, err } = await run(['check', ...argv], root);
    expect({ code, told: err.includes(words), lines: err.trimEnd().split('\n').length }).toEqual({
      ...{ code: 2, told: true, lines: 1 },
    });
  });
});

describe('a check of standard input', () => {
  test('takes it for the file that it is going to be', async () => {
    const text = readFileSync(join(ROOT, 'catalog', WATER), 'utf8');
    expect((await told(['-', '--stdin-path', WATER], root, text)).code).toBe(0);
    const { code, paths, err } = await told(['-', '--stdin-path', WATER], root, `${text}x: 1\n`);
    expect({ code, paths }).toEqual({ code: 1, paths: [WATER] });
    expect(err).toContain('没有与别的事项比较');
  });

  test('takes a file that is not there yet, from a folder below', async () => {
    const text = 'id: well\nname: 打井\ntype: 公共服务\ndepartment: nobody\n';
    const cwd = join(root, 'items/water');
    const { code, paths } = await told(['-', '--stdin-path', 'well.yaml'], cwd, text);
    expect({ code, paths: new Set(paths) }).toEqual({
      code: 1,
      paths: new Set(['../../items/water/well.yaml']),
    });
  });
});

describe('a folder without a catalogue', () => {
  test.each([
    ['.', '从头开始：mingbai init'],
    ['new', '从头开始：mingbai init new'],
    ['some', '目录在“some/mine”'],
    ['some/mine', '新写一个事项：mingbai new item'],
    ['some/mine/docs', '目录在“some/mine”'],
  ])('%s is answered with what to type next', async (folder, words) => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'new'));
    mkdirSync(join(cwd, 'some/mine/docs'), { recursive: true });
    writeFileSync(join(cwd, 'some/mine/mingbai.yaml'), 'title: 目录\n');
    for (const command of ['build', 'stats']) {
      const { code, err } = await run([command, folder], cwd);
      expect(code).toBe(2);
      expect(err).toContain(words);
    }
  });
});
