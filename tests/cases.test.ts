import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../src/load/load.ts';
import type { Finding } from '../src/model/finding.ts';
import { checkCatalog } from './check-catalog.ts';
import { memoryFiles } from './memory-files.ts';

const FOLDER = new URL('./cases/items/', import.meta.url);

const BASE = {
  'mingbai.yaml': 'title: 明白县政务服务事项目录\n',
  'departments/water.yaml': 'id: water\nname: 明白县水利局\n',
  'halls/centre.yaml': [
    'id: centre',
    'name: 明白县政务服务中心',
    'address: 明白县明白大道100号',
    'hours: 工作日 9:00—17:00',
    'windows: [{ id: a1, name: 水利窗口 }]',
    '',
  ].join('\n'),
};

/** What a check finds that is asked no rules of content. */
function findingsOf(
  record: Readonly<Record<string, string | Uint8Array>>,
  escapes: readonly string[] = [],
): Finding[] {
  const request = { rules: [], today: '2026-11-20', program: '' };
  return [...checkCatalog(memoryFiles(record, escapes), request).checked.findings];
}

/** Lines of a case with the rules that must be found there, in the order of the text. */
function expectations(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/# ! ([a-z-]+)/g)].map(([, rule]) => `${index + 1} ${rule}`),
    )
    .sort();
}

describe('an item with something wrong says so at its line', () => {
  test.each(readdirSync(FOLDER))('%s', (name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const findings = findingsOf({ ...BASE, [`items/water/${name}`]: text });
    const found = findings.map(({ rule, span }) => `${span.line} ${rule}`).sort();
    expect(found).toEqual(expectations(text));
  });
});

describe('what to do is said in words that fit', () => {
  const hintOf = (line: string): string | undefined => {
    const item = `id: a\nname: 取水许可\ntype: 行政许可\ndepartment: water\n${line}\n`;
    const findings = findingsOf({ ...BASE, 'items/water/a.yaml': item });
    return findings[0]?.hint?.zh;
  };

  test.each([
    ['visits: 一次', '写成：visits: 1'],
    ['visits: 3次', '写成：visits: 3'],
    ['visits: 十二', '写成：visits: 12'],
    ['visits: 不用跑', '只写数字，例如 1'],
    ['conditions: 有取水口', '写成：\nconditions:\n  - 有取水口'],
    ['fees: 不收钱', '是不是“不收费”？可以写：不收费，或者列表'],
    ['\u3000division: 行政审批股', '行首不留空格，与“department”对齐：division: 行政审批股'],
    ['divison: 行政审批股', '改为 division: …'],
  ])('%s', (line, hint) => expect(hintOf(line)).toBe(hint));
});

describe('files that can not be read as they are', () => {
  const item = 'id: a\nname: 取水许可\ntype: 行政许可\ndepartment: water\n';
  const find = (body: string | Uint8Array, escapes: readonly string[] = []) =>
    findingsOf({ ...BASE, 'items/water/a.yaml': body }, escapes);
  const rules = (body: string | Uint8Array): string[] => find(body).map(({ rule }) => rule);

  test('a byte order mark and CRLF do no harm', () => {
    const body = `\ufeff${item.replaceAll('\n', '\r\n')}`;
    expect(find(body)).toEqual([]);
    const loaded = loadCatalog(memoryFiles({ ...BASE, 'items/water/a.yaml': body }));
    expect(loaded.catalog.items[0]?.value.name).toBe('取水许可');
  });

  test('CRLF keeps lines and columns right', () => {
    const findings = find(item.replace('行政许可', '行政审批').replaceAll('\n', '\r\n'));
    expect(findings[0]?.span).toEqual({ line: 3, column: 7, endLine: 3, endColumn: 11 });
  });

  test.each([
    ['UTF-16', Buffer.from(`\ufeff${item}`, 'utf16le')],
    ['UTF-16', Buffer.from(item, 'utf16le')],
    ['GB18030', Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xc8, 0xa1, 0xcb, 0xae, 0x0a])],
    ['GB18030', Buffer.from([0x23, 0x20, 0xd0, 0xed, 0xbf, 0xc9, 0xd6, 0xa4, 0x0a])],
  ])('%s is named, with the way to convert it', (encoding, body) => {
    const findings = find(body);
    expect(findings).toMatchObject([{ rule: 'file-encoding' }]);
    expect(findings[0]?.message.zh).toContain(encoding);
    expect(findings[0]?.hint?.zh).toContain('iconv');
  });

  test('an empty file, or one of comments only', () => {
    expect(rules('')).toEqual(['file-empty']);
    expect(rules('# 以后再写\n\n')).toEqual(['file-empty']);
  });

  test('a link out of the catalogue is not followed', () => {
    expect(find(item, ['items/water/a.yaml'])).toMatchObject([{ rule: 'path-escape' }]);
  });

  test('a broken file hides neither the others nor what refers to it', () => {
    const files = {
      ...BASE,
      'departments/water.yaml': 'id: water\nname：水利局\n',
      'items/water/a.yaml': item,
      'items/water/b.yaml': 'id: b\nname: "',
    };
    const { catalog } = loadCatalog(memoryFiles(files));
    expect(findingsOf(files).map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'departments/water.yaml fullwidth-colon',
      'items/water/b.yaml yaml-syntax',
    ]);
    expect(catalog.items.map(({ id }) => id)).toEqual(['a']);
  });

  test('one id and one code belong to one item', () => {
    const findings = findingsOf({
      ...BASE,
      'departments/health.yaml': 'id: health\nname: 明白县卫生健康局\n',
      'items/water/a.yaml': `${item}codes: { local: X1 }\n`,
      'items/health/a.yaml': `${item.replace('water', 'health')}codes: { local: X1 }\n`,
    });
    expect(findings.map(({ rule }) => rule).sort()).toEqual(['duplicate-code', 'duplicate-id']);
  });

  test('a file in the wrong place is told, not read', () => {
    const findings = findingsOf({ ...BASE, 'items/a.yaml': item });
    expect(findings).toMatchObject([{ rule: 'stray-file', path: 'items/a.yaml' }]);
  });

  test('codes, dates and words stay text; 是 is yes only where the schema asks', () => {
    const text = readFileSync(new URL('leading-zeros.yaml', FOLDER), 'utf8');
    const { catalog } = loadCatalog(memoryFiles({ 'items/water/leading-zeros.yaml': text }));
    expect(catalog.items[0]?.value).toMatchObject({
      codes: { basic: '000119001000', local: '0123', implementation: '1e5' },
      effective: '2026-01-01',
      contact: { complain: '12345' },
      visits: 0,
      limits: { includes_delivery: true },
      result: { name: 'yes', electronic: false, validity: '1.0' },
    });
  });
});
