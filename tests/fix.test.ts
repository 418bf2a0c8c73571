import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { mendText } from '../src/load/mend-text.ts';
import { readFaults } from '../src/load/read-faults.ts';
import { unifiedDiff } from '../src/text/line-diff.ts';
import { readCatalogFiles } from './patched-catalog.ts';
import { run } from './program.ts';
import { SLIPS, SOUND } from './slip-cases.ts';

const PATH = 'items/water/water-abstraction.yaml';
const TEXT = new TextDecoder().decode(readCatalogFiles('catalog')[PATH] as Uint8Array);
const readValue = (text: string): unknown => readFaults(PATH, text, 'item').entry?.value;
const MEANT = readValue(TEXT);

/** Slips that only their author can mend, as something else may have been meant. */
const LEFT = new Set([
  ...['date not there', 'hash in address', 'numbers in text melt', 'enum longer'],
  ...['key synonym zh', 'key of other place', 'duplicate nested', 'url control'],
  ...['merge conflict of git', 'telephone number without its hyphen'],
]);

describe('--fix mends what nobody could mend wrongly', () => {
  test.each(SLIPS)('$name', ({ name, from, to }) => {
    const slipped = TEXT.replace(from, () => to);
    const { text } = mendText(PATH, slipped, 'item');
    expect(mendText(PATH, text, 'item'), 'a second time nothing is left').toMatchObject({
      text,
      count: 0,
    });
    if (LEFT.has(name)) expect(text).toBe(slipped);
    else {
      expect(text).not.toBe(slipped);
      expect(readFaults(PATH, text, 'item').faults).toEqual([]);
    }
  });

  test('most are then what they were, to the letter', () => {
    const same = SLIPS.filter(({ from, to }) => {
      return (
        mendText(
          PATH,
          TEXT.replace(from, () => to),
          'item',
        ).text === TEXT
      );
    });
    expect(same.length).toBeGreaterThanOrEqual(45);
  });

  test.each(SOUND)('$name is left as it is', ({ from, to }) => {
    const text = TEXT.replace(from, () => to);
    expect(mendText(PATH, text, 'item').text).toBe(text);
  });

  test('several slips, a comment beside one and CRLF', () => {
    const slipped = TEXT.replace('level: 县级', 'level：县级 # 2026年下放')
      .replace('    copies: 2\n', '\tcopies: 2份\n')
      .replace('effective: 2026-01-01', 'effective: 2026年1月1日')
      .replaceAll('\n', '\r\n');
    const { text } = mendText(PATH, slipped, 'item');
    expect(text).toContain('level: 县级 # 2026年下放\r\n');
    expect(isDeepStrictEqual(readValue(text), MEANT)).toBe(true);
  });
});

describe('keys out of order', () => {
  const block = (key: string): string =>
    new RegExp(`^(?:#.*\\n)*${key}:.*\\n(?:[ -].*\\n|#  .*\\n)*`, 'm').exec(TEXT)?.[0] ?? '';

  test.each([
    ['level', 'related'],
    ['materials', 'id'],
    ['contact', 'conditions'],
  ])('%s goes back before what stood behind it, with its comment', (key, other) => {
    const lines = `# 记下的话\n${block(key)}`;
    const own = TEXT.replace(block(key), lines);
    const away = TEXT.replace(block(key), '').replace(block(other), `${block(other)}${lines}`);
    expect(away).not.toBe(own);
    const once = mendText(PATH, away, 'item');
    expect([once.text, once.count]).toEqual([own, 1]);
    expect(mendText(PATH, own, 'item')).toMatchObject({ text: own, count: 0 });
    const windows = mendText(PATH, away.replaceAll('\n', '\r\n'), 'item');
    expect(windows.text).toBe(own.replaceAll('\n', '\r\n'));
  });

  test('stay where one of them is not known, or is there twice', () => {
    for (const more of ['什么: 1\n', 'name: 取水\n']) {
      const text = `${TEXT.replace(block('level'), '')}${more}${block('level')}`;
      expect(mendText(PATH, text, 'item').text).toBe(text);
    }
  });
});

test('a diff shows what is other, with what is around it', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng\nh\n';
  const after = 'a\nb\nc\nd\nE\nf\ng\nh\n';
  expect(unifiedDiff('x.yaml', before, after)).toBe(
    '--- a/x.yaml\n+++ b/x.yaml\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n',
  );
  expect(unifiedDiff('x.yaml', before, before)).toBe('');
});

describe('check --fix', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-fix-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'items/water/water-abstraction.yaml');
  const read = (): string => readFileSync(file, 'utf8');

  test('shows a diff, then writes it, then has nothing to do', async () => {
    cpSync('catalog', folder, { recursive: true });
    const slipped = TEXT.replace('level: 县级', 'level:　县级').replace(
      'division: 行政审批股',
      'division: 行政审批股 #1',
    );
    writeFileSync(file, slipped);
    const dry = await run(['check', '--fix', '--dry-run', '--no-cache'], folder);
    expect(dry.code).toBe(1);
    expect(dry.out).toContain('-level:　县级\n+level: 县级\n');
    expect(dry.err).toContain('没有改');
    expect(read()).toBe(slipped);
    const done = await run(['check', file, '--fix'], folder);
    expect(done.err).toContain('改好了 1 个文件里的 1 处');
    expect(read()).toBe(slipped.replace('level:　县级', 'level: 县级'));
    const again = await run(['check', '--fix', '--dry-run', '--no-cache'], folder);
    expect([again.code, again.out]).toEqual([0, '']);
  });
});
