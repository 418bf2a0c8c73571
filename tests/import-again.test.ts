import { describe, expect, it } from 'vitest';
import { remembering } from '../src/exchange/memory.ts';
import type { MergedBook } from '../src/exchange/merge-book.ts';
import { mergeImport } from '../src/exchange/merge-import.ts';
import { emitYaml } from '../src/import/emit.ts';
import { importFile } from '../src/import/import.ts';
import { loadCatalog } from '../src/load/load.ts';
import { memoryFiles } from './memory-files.ts';

const HEADS = [
  '事项名称',
  '事项类型',
  '实施主体',
  '承诺办结时限',
  '申请材料',
  '咨询电话',
  '办理地点',
];

/** Rows of a list: what differs from this one. */
const ROW = {
  事项名称: '取水许可',
  事项类型: '行政许可',
  实施主体: '明白县水利局',
  承诺办结时限: '10个工作日',
  申请材料: '1.申请书\n2.身份证',
  咨询电话: '0399-5550101',
  办理地点: '政务中心3号窗口',
};
type Changes = Partial<Record<keyof typeof ROW, string>>;

function listOf(...rows: readonly Changes[]): Uint8Array {
  const quoted = (text: string): string => `"${text}"`;
  const lines = rows.map((row) => {
    const cells: Record<string, string> = { ...ROW, ...row };
    return HEADS.map((head) => quoted(cells[head] ?? '')).join(',');
  });
  return new TextEncoder().encode([HEADS.join(','), ...lines].join('\r\n'));
}

/** The catalogue that a first import writes. */
async function firstTime(...rows: readonly Changes[]): Promise<Record<string, string>> {
  const { files, summary } = await importFile(listOf(...rows), 'list.csv');
  const texts = Object.fromEntries(files);
  for (const { path, item } of summary.items) texts[path] = emitYaml('item', remembering(item));
  return texts;
}

/** Another list brought into a catalogue. */
async function again(
  texts: Record<string, string>,
  retire: boolean,
  ...rows: readonly Changes[]
): Promise<MergedBook> {
  const { summary, bodies } = await importFile(listOf(...rows), 'list.csv');
  const files = memoryFiles(texts);
  const source = { items: summary.items.map(({ item }) => item), bodies, from: 'list.csv' };
  return mergeImport(source, loadCatalog(files).catalog, files, { retire });
}

const PATH = 'items/mingbaixianshuiliju/qsxk.yaml';
const OTHER = { 事项名称: '凿井许可' };

/** What the source changes, what people changed in the file, and what comes of it. */
const CASES: readonly {
  readonly what: string;
  readonly source: Changes;
  readonly hand: readonly (readonly [from: string, to: string])[];
  readonly has: readonly string[];
  readonly conflicts?: readonly string[];
}[] = [
  { what: 'nothing was changed', source: {}, hand: [], has: ['committed: 10个工作日'] },
  {
    what: 'the source has not changed: the catalogue stays',
    source: {},
    hand: [
      ['committed: 10个工作日', 'committed: 7个工作日 # 已商定'],
      ['- name: 身份证', '- name: 居民身份证\n    form: 复印件'],
    ],
    has: ['committed: 7个工作日 # 已商定', '- name: 居民身份证\n    form: 复印件'],
  },
  {
    what: 'the source has changed, the catalogue not: the new value',
    source: { 承诺办结时限: '5个工作日', 咨询电话: '0399-5550102' },
    hand: [['place: 政务中心3号窗口', 'place: 政务中心4号窗口']],
    has: ['committed: 5个工作日', '0399-5550102', 'place: 政务中心4号窗口'],
  },
  {
    what: 'both have changed: a conflict, and nothing is written over',
    source: { 承诺办结时限: '5个工作日', 办理地点: '政务中心9号窗口' },
    hand: [['committed: 10个工作日', 'committed: 7个工作日']],
    has: ['committed: 7个工作日', 'place: 政务中心9号窗口'],
    conflicts: ['承诺办结时限'],
  },
  {
    what: 'both have come to the same: no conflict',
    source: { 承诺办结时限: '7个工作日' },
    hand: [['committed: 10个工作日', 'committed: 7个工作日']],
    has: ['committed: 7个工作日'],
  },
  {
    what: 'a material more in the source, another completed by hand',
    source: { 申请材料: '1.申请书\n2.营业执照\n3.身份证' },
    hand: [['- name: 申请书', '- name: 申请书\n    copies: 2']],
    has: ['- name: 申请书\n    copies: 2\n  - name: 营业执照\n  - name: 身份证'],
  },
  {
    what: 'a material less in the source',
    source: { 申请材料: '1.申请书' },
    hand: [['committed: 10个工作日', 'committed: 7个工作日']],
    has: ['materials:\n  - name: 申请书\nlimits', 'committed: 7个工作日'],
  },
  {
    what: 'what the source no longer says, and nobody has changed',
    source: { 咨询电话: '' },
    hand: [],
    has: ['place: 政务中心3号窗口\nimported'],
  },
  {
    what: 'what was left to people and settled by them stays so',
    source: { 办理地点: '政务中心9号窗口' },
    hand: [['committed: 10个工作日', 'committed: 10个工作日\nnotes: 已整理']],
    has: ['notes: 已整理', '政务中心9号窗口'],
  },
];

describe('a list comes again', () => {
  it.each(CASES)('$what', async ({ source, hand, has, conflicts = [] }) => {
    const texts = await firstTime({}, OTHER);
    let text = texts[PATH] ?? '';
    for (const [from, to] of hand) {
      expect(text).toContain(from);
      text = text.replace(from, to);
    }
    texts[PATH] = text;
    const merged = await again(texts, false, source, OTHER);
    const told = merged.changed.flatMap(({ differences }) => differences);
    expect(told.map(({ column }) => column.head)).toEqual(conflicts);
    const now = merged.files.get(PATH) ?? text;
    for (const part of has) expect(now).toContain(part);
    if (Object.keys(source).length === 0) expect(merged.files.size).toBe(0);
    expect([...merged.added, ...merged.gone, ...merged.remarks]).toEqual([]);
    // The same list once more changes nothing, and tells the same conflicts.
    const files = { ...texts, ...Object.fromEntries(merged.files) };
    const twice = await again(files, false, source, OTHER);
    expect(twice.changed.flatMap(({ edits }) => edits)).toEqual([]);
    const still = twice.changed.flatMap(({ differences }) => differences);
    expect(still.map(({ column }) => column.head)).toEqual(conflicts);
  });

  it('an item that is gone is told, and retired only when asked for', async () => {
    const texts = await firstTime({}, OTHER);
    const kept = await again(texts, false, OTHER);
    expect(kept.gone.map(({ path }) => path)).toEqual([PATH]);
    expect(kept.files.size).toBe(0);
    const retired = await again(texts, true, OTHER);
    expect(retired.files.get(PATH)).toContain('type: 行政许可\nstate: 取消\n');
  });

  it('a new item and a new department are added, whatever ids are taken', async () => {
    const texts = await firstTime({});
    const { added } = await again(texts, false, {}, { 事项名称: '渠岁徐可', 实施主体: '某局' });
    expect(added.map(({ path }) => path)).toEqual([
      'departments/mouju.yaml',
      'items/mouju/qsxk-2.yaml',
    ]);
  });

  it('an item that somebody wrote is no item of the list', async () => {
    const texts = await firstTime({});
    texts[PATH] = 'id: qsxk\nname: 取水许可\ntype: 行政许可\ndepartment: mingbaixianshuiliju\n';
    const { files, remarks } = await again(texts, false, {});
    expect(files.size).toBe(0);
    expect(remarks).toEqual([`${PATH}：目录里已有“取水许可”，不是导入的，没有改`]);
  });
});
