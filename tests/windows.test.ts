import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readOpenValues } from '../src/exchange/open-values.ts';
import { meantValue } from '../src/load/meant/meant-value.ts';
import { run } from './program.ts';
import { smallCatalogue } from './small-catalogue.ts';

const ITEM = 'items/water/water-abstraction.yaml';

/** Whether a text is as Windows writes it: a mark first, every line ended with CR and LF. */
function isOfWindows(text: string): boolean {
  return text.startsWith('\ufeff') && !/[^\r]\n/.test(text);
}

describe('a catalogue that was written on Windows', () => {
  let root = '';
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  beforeAll(() => {
    root = smallCatalogue();
    for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (!/\.yaml$/.test(path)) continue;
      writeFileSync(join(root, path), `\ufeff${read(path).replaceAll('\n', '\r\n')}`);
    }
  });

  test('is as sound as it was', async () => {
    expect(isOfWindows(read(ITEM))).toBe(true);
    const { code, out } = await run(['check', '--no-cache'], root);
    expect([code, out]).toEqual([0, expect.stringContaining('错误 0 处，警告 0 处')]);
  });

  test('keeps its mark and the ends of its lines when it is mended', async () => {
    const before = read(ITEM);
    writeFileSync(join(root, ITEM), before.replace('level: 县级', 'level：县级'));
    await run(['check', '--fix', '--no-cache'], root);
    expect(read(ITEM)).toBe(before);
  });

  test('gives a copy with lines that end alike', async () => {
    await run(['new', 'item', 'copied', '--like', 'water-abstraction'], root);
    const text = read('items/water/copied.yaml');
    expect(text.split('\r\n').length).toBeGreaterThan(300);
    expect(text).not.toMatch(/[^\r]\n/);
  });

  test('takes what was filled in in its own way', async () => {
    const before = read(ITEM);
    writeFileSync(join(root, ITEM), before.replace('level: 县级\r\n', ''));
    const cells = [
      ['文件', '位置', '栏目', '填写'],
      [ITEM, '/level', '行使层级', '县级'],
    ];
    const csv = `\ufeff${cells.map((row) => row.join(',')).join('\r\n')}\r\n`;
    expect(readOpenValues([{ name: '', rows: cells }])).toHaveLength(1);
    writeFileSync(join(root, '待整理.csv'), csv);
    const { out } = await run(['import', '待整理.csv'], root);
    expect(out).toContain('填进 1 处（1 个文件）');
    expect(read(ITEM)).toBe(before);
  });
});

test('the path of a form is read with the separators of Windows', () => {
  const schema = { type: 'string', format: 'form-path' };
  expect(meantValue('forms\\water\\申请表.docx', schema)?.text).toBe('forms/water/申请表.docx');
  expect(meantValue('.\\forms\\water\\申请表.docx', schema)?.text).toBe('forms/water/申请表.docx');
});
