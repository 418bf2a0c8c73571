import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonText, scriptJson } from '../src/text/json-text.ts';
import { csvRow, sheetCell } from '../src/text/sheet-cell.ts';
import { quotable, visible } from '../src/text/visible.ts';
import { xmlText } from '../src/text/xml-text.ts';
import { emptyFolder, ROOT, run } from './program.ts';

const ITEM = 'items/water/water-abstraction.yaml';
/** What acts in a terminal, a log of CI, a page or a table, as YAML writes it between quotes. */
const ACTING: readonly (readonly [name: string, yaml: string])[] = [
  ['a workflow command', '\\n::add-mask::x'],
  ['one after a lone carriage return', '\\r::error::x'],
  ['one after NEL', '\\x85::error::x'],
  ['one after a line separator', '\\u2028::error::x'],
  ['a coloured screen', '\\e[2J\\e[31m'],
  ['a title', '\\e]0;t\\a'],
  ['a C1 sequence', '\\x9b2J'],
  ['backspaces', 'abc\\b\\b\\b'],
  ['text turned round', '\\u202egnp.exe'],
  ['isolates', '\\u2066\\u2069'],
  ['nothing wide', '\\u200b\\u200d\\ufeff'],
  ['tags', '\\U000e0041\\U000e007f'],
  ['a zero', '\\0'],
  ['DEL', '\\x7f'],
];
/** Line feeds end our own lines; nothing else of these may stand in what we print. */
const RAW = /[^\P{Cc}\n]|[\u2028-\u202e\u2066-\u2069\u200b-\u200f\ufeff\u{e0000}-\u{e007f}]/u;

function catalogWith(field: string, yaml: string, item = ITEM): string {
  const cwd = emptyFolder();
  cpSync(join(ROOT, 'tests/catalog'), join(cwd, 'catalog'), { recursive: true });
  const file = join(cwd, 'catalog', item);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(new RegExp(`^${field}: .*$`, 'm'), `${field}: "x${yaml}"`));
  return cwd;
}

describe('what acts is a mark in every form', () => {
  const FORMS: readonly (readonly [field: string, runs: readonly (readonly string[])[]])[] = [
    ['type', ['pretty', 'json', 'sarif', 'github'].map((form) => ['check', '--format', form])],
    [
      'name',
      [
        ['stats', '--explain', '--format', 'html'],
        ['stats', '--format', 'json'],
      ],
    ],
    ['name', [['due'], ['due', '--format', 'json']]],
  ];
  test.each(ACTING)('%s', async (_, yaml) => {
    for (const [field, runs] of FORMS) {
      const cwd = catalogWith(field, yaml);
      for (const [command = '', ...more] of runs) {
        const what = command === 'due' ? ['water-abstraction', 'catalog'] : ['catalog'];
        const { code, out, err } = await run([command, ...what, ...more], cwd);
        expect(code).toBeLessThan(3);
        expect(`${out}${err}`).not.toMatch(RAW);
        const lines = `${out}${err}`.split('\n').filter((line) => line.startsWith('::'));
        expect(lines.filter((line) => !/^::(?:error|warning|notice) file=/.test(line))).toEqual([]);
        if (more.includes('json') || more.includes('sarif')) JSON.parse(out);
      }
    }
  });

  test('names of files are no exception', async () => {
    const cwd = emptyFolder();
    const folder = join(cwd, 'a\n::error::b/items/water\u001b[2J');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'x\u202e\r::y.yaml'), 'nmae: x\n');
    mkdirSync(join(cwd, 'a\n::error::b/items/water'));
    writeFileSync(join(cwd, 'a\n::error::b/items/water/x\u202e\r::y.yaml'), 'nmae: x\n');
    writeFileSync(join(cwd, 'a\n::error::b/items/water/z.yaml'), 'nmae: x\n');
    for (const form of ['pretty', 'json', 'sarif', 'github']) {
      const { code, out, err } = await run(['check', 'a\n::error::b', '--format', form], cwd);
      expect([code, RAW.test(out + err)]).toEqual([1, false]);
      expect(out).not.toMatch(/^::(?!error file=|warning file=|notice file=)/m);
    }
    const { err } = await run(['check', 'b\n::error::c\u001b[2J'], cwd);
    expect([RAW.test(err), err.split('\n').length]).toEqual([false, 2]);
  });

  test('nor is a text that is looked through, or the claims of somebody', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'a.txt'), '其他材料\u001b[2J\u202e 等\u009b\n');
    const wording = await run(['wording', 'a.txt'], cwd);
    expect([wording.out.includes('其他材料␛[2J\\u{202e}'), RAW.test(wording.out)]).toEqual([
      true,
      false,
    ]);
    const claim = '{id: "a\\e", quote: "5\\n::error::x", figures: [{says: "5", name: "\\e[2J"}]}';
    writeFileSync(join(cwd, 'c.yaml'), `title: "t\\e\\n::x"\nclaims:\n- ${claim}\n`);
    for (const form of ['table', 'json', 'html']) {
      const { code, out } = await run(['claims', 'c.yaml', '--format', form], cwd);
      expect([code, RAW.test(out), /^::/m.test(out)]).toEqual([0, false, false]);
    }
  });
});

describe('a cell of a table', () => {
  const cells: readonly (readonly [string, string])[] = [
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['+1', "'+1"],
    ['＋1', "'＋1"],
    ["-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"],
    ['－1', "'－1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['\t=1', "'␉=1"],
    ['\r=1', "'␍=1"],
    ['\n=1', "'⏎=1"],
    [' =1', "' =1"],
    ['\u200b=1', "'\\u{200b}=1"],
    ['\ufeff=1', "'\\u{feff}=1"],
    ['-2-3', "'-2-3"],
    ['-', "'-"],
    ['-3', '-3'],
    ['-0.50', '-0.50'],
    ['−12.5%', '−12.5%'],
    ['93.3%', '93.3%'],
    ['取水许可', '取水许可'],
    ['a=b', 'a=b'],
  ];
  test.each(cells)('%j is written %j', (text, cell) => expect(sheetCell(text)).toBe(cell));

  test('is quoted after that', () => {
    expect(csvRow(['=a,"b"', '甲\n乙', 'x'])).toBe(`"'=a,""b""",甲⏎乙,x\r\n`);
  });

  test('of a name stands so in every file', async () => {
    const cwd = catalogWith('name', '', 'items/water/water-use-plan.yaml');
    const file = join(cwd, 'catalog/items/water/water-use-plan.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^name: .*$/m, 'name: "=HYPERLINK(1)"'));
    const csv = await run(['stats', 'completeness', 'catalog', '--format', 'csv'], cwd);
    expect(csv.out).toContain("'=HYPERLINK(1)");
    expect(csv.out).not.toMatch(/(?:^|,)"?=/m);
    const argv = ['stats', 'completeness', 'catalog', '--format', 'xlsx', '--out', 'a.xlsx'];
    expect((await run(argv, cwd)).code).toBe(0);
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets } = await readXlsx(readFileSync(join(cwd, 'a.xlsx')));
    const all = sheets.flatMap(({ rows }) => rows.flat()).map(String);
    expect(all.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    expect(all.some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true);
  });
});

describe('one function for each target', () => {
  test('marks', () => {
    expect(visible('甲\u001b\n\u009b\ud800\u{e0041}乙👍')).toBe(
      '甲␛⏎\\u{9b}\\u{d800}\\u{e0041}乙👍',
    );
    expect(quotable('字'.repeat(500))).toBe(`${'字'.repeat(80)}…`);
  });

  test('JSON keeps its meaning', () => {
    const value = { a: '\u2028\u009b\u202e\ud800</script>', 甲: ['\u001b'] };
    expect(JSON.parse(jsonText(value))).toEqual(value);
    expect(JSON.parse(scriptJson(value))).toEqual(value);
    expect(jsonText(value)).not.toMatch(RAW);
    expect(scriptJson({ a: '</script><!--&\u2028' })).not.toMatch(/[<>&\u2028]/);
  });

  test('XML leaves out what it cannot hold', () => {
    expect(xmlText('a\u0000\u001b<&"\'>\ufffe\ud800]]>')).toBe('a&#60;&#38;&#34;&#39;&#62;]]&#62;');
  });
});

describe('a page of its own', () => {
  test('names a policy that lets nothing in', async () => {
    const cwd = catalogWith('name', '<script>alert(1)</script>');
    const { out } = await run(['stats', 'catalog', '--format', 'html'], cwd);
    expect(out).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
    expect(out).not.toContain('<script');
    const argv = ['build', 'catalog', '--only', 'screen', '--out', 'site', '--force'];
    expect((await run(argv, cwd)).code).toBe(0);
    const screen = readFileSync(join(cwd, 'site/screens/county-hall.html'), 'utf8');
    expect(screen).toMatch(
      /content="default-src 'none';[^"]*script-src 'sha256-[^']+'; style-src 'sha256-/,
    );
    expect(screen).not.toContain('<script>alert');
  });
});
