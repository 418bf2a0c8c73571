import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemaOf } from '../src/model/schema-node.ts';
import { emptyFolder, ROOT, run } from './program.ts';

let root = '';
beforeAll(() => {
  root = join(emptyFolder(), 'catalog');
  cpSync(join(ROOT, 'catalog'), root, { recursive: true });
});

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

function blanks(value: unknown): number {
  if (value === null) return 1;
  if (typeof value !== 'object') return 0;
  return Object.values(value as object).reduce((sum: number, each) => sum + blanks(each), 0);
}

interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
}

describe('new item', () => {
  const types = schemaOf('item').properties?.type?.enum ?? [];
  test.each(types)('of type %s has every mandatory key, and each blank is named', async (type) => {
    const id = `t${types.indexOf(type)}`;
    const argv = ['new', 'item', id, '--type', type, '--department', 'water'];
    const { code, out } = await run(argv, root);
    expect(code).toBe(0);
    const path = `items/water/${id}.yaml`;
    const value = parse(read(path));
    expect(value).toMatchObject({ id, type, department: 'water', name: null });
    for (const [key, node] of Object.entries(schemaOf('item').properties ?? {})) {
      if (node['x-mandatory']?.includes(type)) expect(value).toHaveProperty(key);
    }
    expect(out).toContain(`${blanks(value)}处空着`);
    const { findings } = JSON.parse((await run(['check', path, '--format', 'json'], root)).out);
    const empty = findings.filter((each: { rule: string }) => each.rule === 'empty-value');
    expect(empty).toHaveLength(blanks(value));
    // A blank is told once, whatever else is missing because of it.
    const others = findings.filter(
      ({ rule, severity }: Told) => rule !== 'empty-value' && severity !== 'info',
    );
    const lines = new Set(empty.map(({ line }: Told) => line));
    expect(others.filter(({ line }: Told) => lines.has(line))).toEqual([]);
    const wrong = findings.filter(({ rule }: { rule: string }) =>
      /shape|unknown|syntax/.test(rule),
    );
    expect(wrong).toEqual([]);
  });

  test('without a type has the keys of the fullest, and the type is a blank too', async () => {
    expect((await run(['new', 'item', 'any', '--department', 'water'], root)).code).toBe(0);
    expect(parse(read('items/water/any.yaml'))).toMatchObject({ type: null, quota: null });
  });

  test('like another has its words and its layout, not its identity', async () => {
    const before = read('items/police/residence-permit.yaml');
    expect((await run(['new', 'item', 'copy', '--like', 'residence-permit'], root)).code).toBe(0);
    const text = read('items/police/copy.yaml');
    const value = parse(text);
    expect(value).toMatchObject({ 标识: 'copy', 事项名称: null, 核验日期: null });
    expect(Object.values(value.编码)).toEqual([null, null, null]);
    for (const key of ['别名', '事项版本', '实施日期']) expect(value).not.toHaveProperty(key);
    const kept = before.split('\n').filter((line) => text.includes(`${line}\n`));
    expect(before.split('\n').length - kept.length).toBeLessThan(9);
  });

  test('like another drops a comment with the key that it is of', async () => {
    const like = read('items/water/water-abstraction.yaml').replace(/^aliases/m, '# 叫法\naliases');
    writeFileSync(
      join(root, 'items/water/commented.yaml'),
      like.replace(/^id: .*/m, 'id: commented'),
    );
    await run(['new', 'item', 'plain', '--like', 'commented', '--department', 'water'], root);
    expect(read('items/water/plain.yaml')).not.toContain('叫法');
  });
});

test.each(['department', 'hall', 'bundle', 'law'])('new %s: each blank is named', async (kind) => {
  const folder = kind === 'bundle' ? 'bundles' : `${kind}s`;
  const { code } = await run(['new', kind, 'fresh'], root);
  expect(code).toBe(0);
  const value = parse(read(`${folder}/fresh.yaml`));
  expect(value.id).toBe('fresh');
  for (const key of schemaOf(kind as 'law').required ?? []) expect(value).toHaveProperty(key);
  const { out } = await run(['check', `${folder}/fresh.yaml`, '--format', 'json'], root);
  const rules = JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule);
  expect(rules.filter((rule: string) => rule === 'empty-value')).toHaveLength(blanks(value));
});

test.each([
  [['item', 'x'], '--department'],
  [['item', 'x', '--department', 'nobody'], 'mingbai new department nobody'],
  [['item', 'x', '--department', 'water', '--type', '许可'], '没有“许可”这种事项类型'],
  [['item', 'x', '--like', 'residence-permt'], '是不是“residence-permit”'],
  [['item', 'water-abstraction', '--department', 'police'], '已经有 items/water/water-abstraction'],
  [['item', '取水许可', '--department', 'water'], '不能作标识'],
  [['item', '../x', '--department', 'water'], '不能作标识'],
  [['page', 'x'], '没有“page”这种文件'],
  [['hall', 'x', '--type', '行政许可'], '只用于 mingbai new item'],
])('new %j is refused', async (argv, words) => {
  const { code, err } = await run(['new', ...argv], root);
  expect({ code, told: err.includes(words) }).toEqual({ code: 2, told: true });
});

test('a catalogue with English keys gets English keys', async () => {
  const own = emptyFolder();
  await run(['init', '--keys', 'en'], own);
  await run(['new', 'department', 'water'], own);
  expect(readFileSync(join(own, 'departments/water.yaml'), 'utf8')).toMatch(/^name:$/m);
  await run(['new', 'department', 'x'], emptyFolder()).then(({ code, err }) => {
    expect({ code, told: err.includes('mingbai init') }).toEqual({ code: 2, told: true });
  });
});
