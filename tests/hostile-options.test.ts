import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, ROOT, run } from './program.ts';

const ITEM = 'items/water/water-abstraction.yaml';
const cwd = emptyFolder();
const catalog = join(cwd, 'catalog');
const long = 'x'.repeat(300);

beforeAll(() => {
  cpSync(join(ROOT, 'tests/catalog'), catalog, { recursive: true });
  writeFileSync(join(cwd, 'claims.yaml'), 'title: a\nclaims: []\n');
  writeFileSync(join(cwd, 'list.csv'), '事项名称,实施主体\n甲,水利局\n');
});

/** Wrong use: one line that says what would be right, nothing on standard output. */
async function refuses(argv: readonly string[], words: string): Promise<void> {
  const { code, out, err } = await run(argv, cwd);
  expect([code, out, err.split('\n').length]).toEqual([2, '', 2]);
  expect(err).toContain(words);
  expect(err.length).toBeLessThan(1000);
  expect(err).not.toMatch(/undefined|\[object|native code/);
}

/** Names that every object has, besides those nobody has. */
const NOBODY = ['constructor', '__proto__', 'toString', 'hasOwnProperty', long, 'a\n::error::b'];

describe('a value of an option that is none of those known', () => {
  const choices: readonly (readonly [string, readonly string[]])[] = [
    ['这种报告形式，可用：pretty、json、sarif、github', ['check', 'catalog', '--format']],
    ['这个完整度标准，可用：', ['check', 'catalog', '--profile']],
    ['这种输出，可用：', ['build', 'catalog', '--only']],
    ['这种形式，可用：table、json、csv、xlsx、html', ['stats', 'catalog', '--format']],
    ['这个取值，可用：行政许可', ['stats', 'catalog', '--types']],
    ['这个取值，可用：在用', ['stats', 'catalog', '--states']],
    ['这个取值，可用：0、0.5', ['stats', 'catalog', '--instant']],
    ['这个取值，可用：item', ['stats', 'catalog', '--rows']],
    ['这个取值，例如：5/7', ['stats', 'catalog', '--month']],
    ['这个指标', ['stats', 'catalog', '--explain']],
    ['这种形式，可用：table、json', ['claims', 'claims.yaml', '--format']],
    ['这种形式，可用：table、json', ['due', '20个工作日', '--format']],
    ['这种日，可用：工作日、自然日', ['due', '20日', '--day']],
    ['办公时间', ['due', '20日', '--hours']],
    ['受理日期要写成', ['due', '20日', '--accepted']],
    ['这种文书，可用：notice', ['sheet', 'VALUE', 'water-abstraction', '--catalog', 'catalog']],
    ['这个栏目，可用：', ['wording', 'list.csv', '--field']],
    ['这种用语标准，可用：', ['wording', 'list.csv', '--profile']],
    ['这个地方，可用：', ['wording', 'list.csv', '--jurisdiction']],
    ['这条规则', ['explain']],
    ['--jobs 要1到256的整数', ['build', 'catalog', '--jobs']],
    ['--shard 要写成', ['build', 'catalog', '--shard']],
    ['--max-warnings 要跟一个整数', ['check', 'catalog', '--max-warnings']],
    ['不是端口', ['serve', 'catalog', '--port']],
    ['这种语言', ['check', 'catalog', '--lang']],
  ];
  test.each(choices)('%s', async (words, argv) => {
    const at = argv.includes('VALUE') ? argv.indexOf('VALUE') : argv.length;
    for (const value of NOBODY) {
      await refuses([...argv.slice(0, at), value, ...argv.slice(at + 1)], words);
    }
  });

  const numbers: readonly (readonly [string, readonly string[]])[] = [
    ['不是端口', ['serve', '--port', '65536']],
    ['不是端口', ['serve', '--port', '-1']],
    ['不是端口', ['serve', '--port', '0x50']],
    ['不是端口', ['serve', '--port', '1e3']],
    ['不是端口', ['serve', '--port', ' 80']],
    ['不是端口', ['serve', '--port', 'NaN']],
    ['--jobs', ['build', 'catalog', '--jobs', '1.5']],
    ['--shard', ['build', 'catalog', '--shard', '3/2']],
    ['--shard', ['build', 'catalog', '--shard', '0/0']],
    ['这个取值', ['stats', 'catalog', '--month', '1/00']],
    ['这个取值', ['stats', 'catalog', '--year', '1/0']],
    ['这个取值', ['stats', 'catalog', '--month', '0']],
    ['这个取值', ['stats', 'catalog', '--year', '0/250']],
    ['办公时间', ['due', '3小时', '--hours', '9:00—9:00', '--accepted', '2026-09-24T10:00']],
    ['这个取值', ['stats', 'catalog', '--hour', '9'.repeat(400)]],
    ['受理日期', ['due', '3小时', '--accepted', '2026-09-24T99:99']],
    ['受理日期', ['due', '3小时', '--accepted', '2026-09-24T24:00']],
    ['受理日期', ['due', '3日', '--accepted', '2026-02-30']],
    ['受理日期', ['due', '3日', '--accepted', '2026-13-01']],
    ['受理日期', ['due', '3日', '--accepted', '0000-00-00']],
    ['受理日期', ['due', '3日', '--accepted', '2026-09-24T10:00T10:00']],
    ['这个取值，可用：行政许可', ['stats', 'catalog', '--types', ',，、']],
    ['这个取值，可用：行政许可', ['stats', 'catalog', '--types', '行政许可,行政许克']],
  ];
  test.each(numbers)('%s: %j', async (words, argv) => refuses(argv, words));

  const empties: readonly (readonly string[])[] = [
    ['check', ''],
    ['check', 'catalog', '--format', ''],
    ['build', 'catalog', '--out', ''],
    ['build', 'catalog', '--theme='],
    ['build', 'catalog', '--since', ''],
    ['build', 'catalog', '--only', ''],
    ['stats', 'catalog', '--types', ''],
    ['stats', 'catalog', '--out='],
    ['stats', 'catalog', '--to', ''],
    ['serve', 'catalog', '--port', ''],
    ['sheet', 'notice', 'water-abstraction', '--catalog', ''],
    ['import', 'list.csv', '--to', ''],
    ['merge', ''],
    ['claims', ''],
  ];
  test.each(empties)('nothing is not taken for something: %j', async (...argv) => {
    await refuses(argv, '是空的');
  });
});

describe('a place to write to', () => {
  const stats = ['stats', 'catalog', '--format', 'csv', '--out'];
  const sheet = ['sheet', 'notice', 'water-abstraction', '--catalog', 'catalog', '--out'];
  const places: readonly (readonly [string, readonly string[], string])[] = [
    ['an item', stats, `catalog/${ITEM}`],
    ['an item yet to be written', stats, 'catalog/items/water/new.yaml'],
    ['a department', sheet, 'catalog/departments/water.yaml'],
    ['the settings', stats, 'catalog/mingbai.yaml'],
    ['the settings in capitals', stats, 'catalog/MINGBAI.YAML'],
    ['a form', sheet, 'catalog/forms/new.pdf'],
    ['what is hidden in a catalogue', stats, 'catalog/.mingbai/cache/a.csv'],
    ['another kind of file', stats, 'notes.md'],
    ['a file of the same kind by name alone', sheet, 'fake.pdf'],
    ['a link', stats, 'link.csv'],
    ['a link to nowhere', stats, 'dangling.csv'],
    ['a folder behind a link', sheet, 'linked/a.pdf'],
    ['a folder', stats, 'catalog'],
    ['a folder that is not there', stats, 'none/a.csv'],
    ['a name too long', stats, `${long}.csv`],
    ['a file taken for a folder', sheet, 'notes.md/a.pdf'],
  ];
  beforeAll(() => {
    writeFileSync(join(cwd, 'notes.md'), 'mine\n');
    writeFileSync(join(cwd, 'fake.pdf'), 'mine\n');
    mkdirSync(join(cwd, 'elsewhere'));
    symlinkSync('notes.md', join(cwd, 'link.csv'));
    symlinkSync('nowhere.csv', join(cwd, 'dangling.csv'));
    symlinkSync('elsewhere', join(cwd, 'linked'));
  });
  test.each(places)('%s is refused', async (_, argv, place) => {
    const full = join(cwd, place);
    const before = existsSync(full) && !place.endsWith('catalog') ? readFileSync(full) : undefined;
    const { code, out, err } = await run([...argv, place], cwd);
    expect([code, out, err.split('\n').length]).toEqual([2, '', 2]);
    expect(err).not.toContain('“”');
    if (before !== undefined) expect(readFileSync(full)).toEqual(before);
    else if (place !== 'catalog') expect(existsSync(full)).toBe(false);
    expect(existsSync(join(cwd, 'nowhere.csv'))).toBe(false);
  });

  test('its own kind is written anew', async () => {
    for (const _ of [1, 2]) {
      expect((await run([...stats, 'a.csv'], cwd)).code).toBe(0);
      expect((await run([...sheet, 'a.pdf'], cwd)).code).toBe(0);
      const argv = ['stats', 'catalog', '--format', 'json', '--out', 'a.json'];
      expect((await run(argv, cwd)).code).toBe(0);
    }
  });

  const builds: readonly string[] = ['linked', 'linked/site', 'dangling.csv', long, 'notes.md'];
  test.each(builds)('a build does not go to %s', async (place) => {
    const { code, err } = await run(['build', 'catalog', '--only', 'json', '--out', place], cwd);
    expect([code, err.split('\n').length]).toEqual([2, 2]);
    expect(readFileSync(join(cwd, 'notes.md'), 'utf8')).toBe('mine\n');
  });

  // The system says there that no folder is missing and that none can be made.
  test.skipIf(process.platform !== 'linux')('a build into /proc ends', async () => {
    const { code, err } = await run(
      ['build', 'catalog', '--only', 'json', '--out', '/proc/a/b'],
      cwd,
    );
    expect([code, err]).toEqual([2, 'mingbai: 不能读写“/proc/a”：没有这个文件或者文件夹\n']);
  });

  test('findings known are not written through a link', async () => {
    symlinkSync('../notes.md', join(catalog, '.mingbai-baseline.json'));
    await refuses(['check', 'catalog', '--write-baseline'], '');
    expect(readFileSync(join(cwd, 'notes.md'), 'utf8')).toBe('mine\n');
  });
});
