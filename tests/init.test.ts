import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import { inRange } from '../src/text/version-range.ts';
import { emptyFolder, ROOT, run } from './program.ts';

describe('init', () => {
  test.each(['zh', 'en'])('writes a whole catalogue with keys in %s', async (keys) => {
    const root = emptyFolder();
    const { code, out } = await run(['init', '--region', '安居县', '--keys', keys], root);
    expect(code).toBe(0);
    for (const [, path = ''] of out.matchAll(/^已写 (.*)$/gm)) {
      expect(existsSync(join(root, path))).toBe(true);
    }
    const checked = await run(['check', '--format', 'json', '--profile', 'notice,census'], root);
    expect(checked.code).toBe(0);
    expect(JSON.parse(checked.out).findings).toEqual([]);
    const text = readFileSync(join(root, 'departments/police.yaml'), 'utf8');
    expect(text).toContain(keys === 'zh' ? '部门名称: 安居县公安局' : 'name: 安居县公安局');
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(devDependencies.mingbai).toBe(version);
  });

  test('overwrites nothing, and writes through no link', async () => {
    const root = emptyFolder();
    writeFileSync(join(root, 'package.json'), '{}');
    expect((await run(['init'], root)).out).toContain('已有，没有改动 package.json');
    expect(readFileSync(join(root, 'package.json'), 'utf8')).toBe('{}');
    const again = await run(['init', '--title', '别的'], root);
    expect(again.out).not.toContain('已写');
    expect(again.out).not.toContain('items/');
    const other = emptyFolder();
    mkdirSync(join(other, 'elsewhere'));
    symlinkSync(join(other, 'elsewhere'), join(other, 'departments'));
    const linked = await run(['init'], other);
    expect(linked).toMatchObject({ code: 2 });
    expect(existsSync(join(other, 'elsewhere/police.yaml'))).toBe(false);
  });

  test('takes items from a list instead of its own', async () => {
    const root = emptyFolder();
    writeFileSync(
      join(root, 'list.csv'),
      '事项名称,实施主体\n取水许可,水利局\n道路货运,交通运输局\n',
    );
    const { code } = await run(['init', 'new', '--from', 'list.csv', '--title', '新目录'], root);
    expect(code).toBe(0);
    const item = (folder: string): string =>
      readFileSync(join(root, folder, 'items/shuiliju/qsxk.yaml'), 'utf8');
    // Keys are those that were asked for, Chinese when nobody was asked.
    expect(item('new')).toMatch(/^事项名称: 取水许可\n/m);
    await run(['init', 'en', '--from', 'list.csv', '--title', '新目录', '--keys', 'en'], root);
    expect(item('en')).toMatch(/^name: 取水许可\n/m);
    expect(existsSync(join(root, 'new/items/police'))).toBe(false);
    const { out } = await run(['check', 'new', '--format', 'json'], root);
    expect(JSON.parse(out).summary.items).toBe(2);
    expect(existsSync(join(root, 'new/说明.md'))).toBe(true);
  });

  test('asks where somebody sits at a terminal, and asks again for what cannot be', async () => {
    const root = emptyFolder();
    const answers = ['安居县', '12', '990124', '', '', 'mars', 'henan', 'en', 'none'];
    const asked: string[] = [];
    const code = await main(['init'], {
      ...{ cwd: root, today: '2026-11-02', env: {}, out: () => {}, err: () => {} },
      stdin: async () => new Uint8Array(),
      terminal: { out: true, err: true },
      ask: async (question) => {
        asked.push(question);
        return answers.shift();
      },
    });
    expect(code).toBe(0);
    expect(asked).toHaveLength(9);
    const settings = readFileSync(join(root, 'mingbai.yaml'), 'utf8');
    expect(settings).toContain('title: 安居县政务服务事项目录');
    expect(settings).toContain('jurisdiction: henan');
    expect(existsSync(join(root, '.github'))).toBe(false);
  });

  test.each([
    [['--keys', 'fr'], '没有“fr”这种键名'],
    [['--ci', 'svn'], '没有“svn”这种流水线'],
    [['--jurisdiction', 'mars'], '没有“mars”这种适用法规'],
    [['--region-code', '41'], '“41”不是行政区划代码'],
    [['file'], '“file”不是文件夹'],
  ])('refuses %j before it writes anything', async (more, words) => {
    const root = emptyFolder();
    writeFileSync(join(root, 'file'), '');
    const { code, err } = await run(['init', ...more], root);
    expect({ code, told: err.includes(words) }).toEqual({ code: 2, told: true });
    expect(existsSync(join(root, 'mingbai.yaml'))).toBe(false);
  });
});

describe('the version that a catalogue is written for', () => {
  test.each([
    ['0.1', true],
    ['^0.1.0', true],
    ['>=0.1 <0.3', true],
    ['>=0.2', false],
    ['0.2', false],
    ['~0.0.9', false],
    ['1', false],
    ['latest', undefined],
  ])('%s', (range, fits) => {
    expect(inRange('0.1.7', range)).toBe(fits);
  });

  test('is refused in words where it is another', async () => {
    const root = emptyFolder();
    await run(['init', '--keys', 'en'], root);
    const path = join(root, 'mingbai.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('mingbai: "0.1"', 'mingbai: ">=7.2"'));
    for (const command of ['check', 'build', 'stats']) {
      const { code, err } = await run([command], root);
      expect(code).toBe(2);
      expect(err).toContain('npm install mingbai@">=7.2"');
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
    writeFileSync(path, text.replace('mingbai: "0.1"', 'mingbai: 最新'));
    expect((await run(['check'], root)).out).toContain('程序版本');
  });
});
