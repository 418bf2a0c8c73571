import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../src/commands/index.ts';
import { VERSION } from '../src/model/version.ts';
import { emptyFolder, ROOT, run } from './program.ts';

/** A catalogue of one item with the given lines added. */
function catalogueWith(lines: string): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'items/water'), { recursive: true });
  mkdirSync(join(folder, 'departments'));
  writeFileSync(join(folder, 'departments/water.yaml'), 'id: water\nname: 明白县水利局\n');
  const item = `id: a\nname: 取水许可\ntype: 行政许可\ndepartment: water\n${lines}`;
  writeFileSync(join(folder, 'items/water/a.yaml'), item);
  return folder;
}

describe('exit codes', () => {
  test('0: the sample catalogue has nothing wrong', async () => {
    const { code, out } = await run(['check', 'catalog'], ROOT);
    expect(out).toMatch(/错误 0 处，警告 0 处/);
    expect(code).toBe(0);
  });

  test('1: findings at error level', async () => {
    const { code, out } = await run(['check'], catalogueWith('nmae: x\n'));
    expect(out).toContain('items/water/a.yaml:5:1 错误 没有“nmae”这个键 [unknown-key]');
    expect(code).toBe(1);
  });

  test.each([
    [['check', 'nowhere'], '没有“nowhere”这个文件夹'],
    [['chek'], '没有“chek”这个命令'],
    [['check', '--fromat', 'json'], '没有“--fromat”这个选项'],
    [['check', 'catalog', '--format', 'xml'], '没有“xml”这种报告形式'],
    [['check', 'src'], '没有事项'],
    [['build', 'catalog', '--only', 'docx'], '没有“docx”这种输出'],
    [['build', 'catalog', '--out', '.'], '目录就在里面'],
    [['stats', 'catalog', '--format', 'xml'], '没有“xml”这种形式'],
    [['explain', 'notice-element'], '是不是“notice-elements”'],
    [['import', 'nowhere.json', '--to', 'x'], 'nowhere.json'],
  ])('2: wrong use %j is told in one line', async (argv, words) => {
    const { code, out, err } = await run(argv, ROOT);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(words);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('3: a fault of the program says so', async () => {
    const entry = COMMANDS.find(({ name }) => name === 'explain');
    const original = entry?.run;
    Object.assign(entry ?? {}, {
      run: () => {
        throw new Error('boom');
      },
    });
    const { code, err } = await run(['explain'], ROOT);
    Object.assign(entry ?? {}, { run: original });
    expect(code).toBe(3);
    expect(err).toContain('请把下面的内容报告给开发者');
    expect(err).toContain('boom');
  });
});

describe('the report as JSON', () => {
  test('has the keys that others rely on, sorted by place', async () => {
    const folder = catalogueWith('visits: 一次\nnmae: x\ncontact: { complain: 0999-5550199 }\n');
    const { out } = await run(['check', '--format', 'json'], folder);
    const { summary, findings } = JSON.parse(out);
    expect(summary).toMatchObject({ files: 2, items: 1 });
    expect(summary.errors).toBe(
      findings.filter((each: { severity: string }) => each.severity === 'error').length,
    );
    const shape = findings.find((each: { rule: string }) => each.rule === 'wrong-shape');
    expect(shape).toEqual({
      rule: 'wrong-shape',
      severity: 'error',
      path: 'items/water/a.yaml',
      line: 5,
      column: 9,
      endLine: 5,
      endColumn: 11,
      pointer: '/visits',
      message: '“到办事现场次数”应为整数，只写数字，这里是“一次”',
      hint: '写成：visits: 1',
    });
    const places = findings.map(
      (each: { line: number; column: number }) => each.line * 1000 + each.column,
    );
    expect(places).toEqual([...places].sort((a: number, b: number) => a - b));
  });

  test('paths are relative to the working folder', async () => {
    const folder = catalogueWith('nmae: x\n');
    const { out } = await run(['check', 'items/..', '--format', 'json'], folder);
    expect(JSON.parse(out).findings[0].path).toBe('items/water/a.yaml');
  });
});

test('SARIF and GitHub annotations name rule, file, line and column', async () => {
  const folder = catalogueWith('visits: 一次\n');
  const sarif = JSON.parse((await run(['check', '--format', 'sarif'], folder)).out);
  const result = sarif.runs[0].results.find(
    (each: { ruleId: string }) => each.ruleId === 'wrong-shape',
  );
  expect(result.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'items/water/a.yaml' },
    region: { startLine: 5, startColumn: 9, endLine: 5, endColumn: 11 },
  });
  const github = (await run(['check', '--format', 'github'], folder)).out;
  expect(github).toContain('::error file=items/water/a.yaml,line=5,col=9,endLine=5,endColumn=11,');
});

test('a caret stands under its character, wide characters counted as two columns', async () => {
  const { out } = await run(['check'], catalogueWith('limits: { committed: 三天, statutry: 1 }\n'));
  const lines = out.split('\n');
  const at = lines.findIndex((line) => line.includes('[unknown-key]'));
  expect(lines.slice(at + 1, at + 3)).toEqual([
    '  5 │ limits: { committed: 三天, statutry: 1 }',
    `    │ ${' '.repeat(27)}${'^'.repeat(8)}`,
  ]);
});

test('no colour and no control characters reach a stream that is no terminal', async () => {
  const { out } = await run(['check'], catalogueWith('nmae: "\\e[31m"\n# \u001b[31m\u202e\n'));
  expect(out).not.toContain('\u001b');
  expect(out).not.toContain('\u202e');
});

test('help is Chinese, and English when asked', async () => {
  const chinese = await run(['--help'], ROOT);
  expect(chinese.code).toBe(0);
  for (const { name, summary } of COMMANDS) {
    expect(chinese.out).toContain(name);
    expect(chinese.out).toContain(summary.zh.slice(0, 6));
    const help = await run([name, '--help', '--lang', 'en'], ROOT);
    expect(help.code).toBe(0);
    expect(help.out).toContain('Usage: mingbai');
    expect(help.out).not.toMatch(/用法|选项|参数|默认/);
  }
});

test('explain tells why, a bad and a good example, for every rule', async () => {
  const list = (await run(['explain'], ROOT)).out.trimEnd().split('\n');
  expect(list.length).toBeGreaterThan(20);
  const { out } = await run(['explain', 'notice-elements'], ROOT);
  expect(out).toContain('反例');
  expect(out).toContain('正例');
  expect(out).toContain('依据：《中华人民共和国行政许可法》第三十条');
});

test('the version is the one of package.json and loads next to nothing', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(VERSION).toBe(version);
  const bin = join(ROOT, 'bin/mingbai.js');
  const text = execFileSync(process.execPath, [bin, '--version'], { encoding: 'utf8' });
  expect(text.trim()).toBe(version);
});

test('the installed program ends with the right exit code', () => {
  const bin = join(ROOT, 'bin/mingbai.js');
  const folder = catalogueWith('nmae: x\n');
  const result = spawnSync(process.execPath, [bin, 'check', '--format', 'json'], { cwd: folder });
  expect(result.status).toBe(1);
  expect(JSON.parse(result.stdout.toString()).summary.items).toBe(1);
});
