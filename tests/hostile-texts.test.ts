import { describe, expect, test } from 'vitest';
import { decodeText } from '../src/load/decode.ts';
import { loadCatalog } from '../src/load/load.ts';
import { HOSTILE } from './hostile-texts.ts';
import { memoryFiles } from './memory-files.ts';

const BASE = {
  'mingbai.yaml': 'title: 明白县政务服务事项目录\n',
  'departments/water.yaml': 'id: water\nname: 明白县水利局\n',
};

/** So many findings a kind of mistake, and some kinds of mistakes. */
const MOST = 120;

describe('a file that a stranger wrote is told with its place, and hides no other', () => {
  test.each(HOSTILE.map((each) => [each.name, each] as const))(
    '%s',
    (_, { body, rule, line, says }) => {
      const files = { ...BASE, 'items/water/a.yaml': body, 'items/water/b.yaml': SOUND };
      const { catalog, findings } = loadCatalog(memoryFiles(files));
      const [first] = findings;
      expect(first).toMatchObject({ rule, path: 'items/water/a.yaml', span: { line } });
      expect(first?.message.zh).toContain(says ?? '');
      expect(findings.length).toBeLessThan(MOST);
      for (const { message, hint } of findings) {
        expect(`${message.zh}${hint?.zh ?? ''}`.length).toBeLessThan(500);
        expect(hint?.zh ?? '').not.toMatch(/UNKNOWN|undefined/);
      }
      expect(catalog.items.map(({ id }) => id)).toContain('b');
    },
    20_000,
  );

  const SOUND = 'id: b\nname: 取水许可\ntype: 行政许可\ndepartment: water\n';
});

test.each([
  ['signs between numbers are what they look like', '12÷4×2 ± 3°C', '12÷4×2 ± 3°C'],
  ['so are they beside Chinese', '长×宽', '长×宽'],
])('%s', (_, words, read) => {
  expect(decodeText(Buffer.from(`name: ${words}\n`))).toEqual({ text: `name: ${read}\n` });
});

test('the same bytes alone are a character of GBK', () => {
  expect(decodeText(Buffer.from('name: ÷\n'))).toMatchObject({ name: 'GB18030' });
});

test('of very many findings of one kind the last that is told says how many more there are', () => {
  const keys = Array.from({ length: 170 }, (_, index) => `k${index}: 1\n`).join('');
  const body = `id: a\nname: 取水许可\ntype: 行政审批\ndepartment: water\n${keys}`;
  const { findings } = loadCatalog(memoryFiles({ ...BASE, 'items/water/a.yaml': body }));
  const unknown = findings.filter(({ rule }) => rule === 'unknown-key');
  expect(unknown.length).toBe(50);
  expect(unknown.at(-1)?.message.zh).toBe(
    '没有“k49”这个键（这个文件里同类问题另有 120 处，没有列出）',
  );
  expect(findings.map(({ rule }) => rule)).toContain('unknown-value');
});
