import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fieldChanges } from '../src/diff/field-changes.ts';
import { SCALES } from '../src/diff/weigh.ts';
import { weighLimit } from '../src/diff/weigh-limits.ts';
import { weighRequirement } from '../src/diff/weigh-requirement.ts';
import { loadCatalog } from '../src/load/load.ts';
import type { Item } from '../src/model/schema.gen.ts';
import { SCHEMAS } from '../src/model/schemas.gen.ts';
import { diskFiles } from '../src/world/disk.ts';
import { isHeavier } from './brute-burden.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { EDITS, randomFrom } from './random-edits.ts';

const { catalog } = loadCatalog(diskFiles(join(ROOT, 'catalog')));

describe('weighing a change', () => {
  test.each([
    ['3个工作日', '5个工作日', '增负'],
    ['1个月', '20个工作日', '减负'],
    ['20个工作日', '1个月', '增负'],
    ['即时', '1个工作日', '增负'],
    ['15日', '15个工作日', '中性'],
    ['3个工作日', undefined, '增负'],
    [undefined, '3个工作日', '减负'],
    ['3个工作日', '视情况而定', '中性'],
  ])('of a limit: %s → %s', (before, after, burden) => {
    expect(weighLimit(before, after).burden).toBe(burden);
  });

  test.each([
    ['注册资本不低于100万元', '注册资本不低于200万元', '增负'],
    ['从业人员5人以上', '从业人员3人以上', '减负'],
    ['距学校不超过200米', '距学校不超过100米', '增负'],
    ['有固定场所', '有固定场所，并且面积不小于50平方米', '增负'],
    ['提供原件', '提供原件（已经核验的除外）', '减负'],
    ['可以委托他人办理', '应当委托他人办理', '增负'],
    ['有固定场所；', '有固定场所。', '中性'],
    ['有固定的经营场所', '经营场所要固定', '中性'],
  ])('of a requirement: %s → %s', (before, after, burden) => {
    expect(weighRequirement(before, after).burden).toBe(burden);
  });

  test('every word of the schemas is one that is weighed', () => {
    const words = [...JSON.stringify(SCHEMAS).matchAll(/"x-burden":"([^"]*)"/g)];
    expect(words.length).toBeGreaterThan(40);
    expect(words.map(([, word = '']) => word).filter((word) => !(word in SCALES))).toEqual([]);
  });

  test('says 增负 exactly when a comparison without it does: 200 random edits', () => {
    const random = randomFrom(24);
    let heavier = 0;
    for (let round = 0; round < 200; round += 1) {
      const before = catalog.items[round % catalog.items.length]?.value as Item;
      const after = structuredClone(before);
      const done = [...Array(1 + (round % 3)).keys()].map(() =>
        Math.floor(random() * EDITS.length),
      );
      for (const at of done) EDITS[at]?.(after, random);
      const changes = fieldChanges('item', before, after);
      const found = changes.filter(({ burden }) => burden === '增负');
      const expected = isHeavier(before, after);
      expect(found.length > 0, `round ${round}: ${done} ${JSON.stringify(changes)}`).toBe(expected);
      if (expected) heavier += 1;
    }
    expect(heavier).toBeGreaterThan(60);
    expect(heavier).toBeLessThan(160);
  });
});

describe('mingbai diff', () => {
  const folder = emptyFolder();
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const item = (lines: string): string =>
    `id: a\nname: 取水许可\ntype: 行政许可\ndepartment: water\n${lines}`;
  const diff = async (...argv: string[]) => {
    const { code, out, err } = await run(['diff', ...argv, '--format', 'json'], folder);
    expect([code, err]).toEqual([0, '']);
    return JSON.parse(out) as {
      changes: {
        path: string;
        from?: string;
        kind: string;
        of: string;
        fields: { pointer: string; label: string; before: string | null; burden: string }[];
      }[];
      totals: { sums: { key: string; less: string; more: string }[] };
    };
  };

  beforeAll(() => {
    git('init', '-q');
    put('mingbai.yaml', 'title: 目录\nhotline: "12345"\n');
    put('departments/water.yaml', 'id: water\nname: 水利局\n');
    put(
      'halls/main.yaml',
      'id: main\nname: 大厅\naddress: 一号\nhours: 工作日\nwindows: [{ id: w1, name: 综合 }, { id: w2, name: 二号 }]\n',
    );
    put(
      'items/water/a.yaml',
      item('limits: { committed: 3个工作日 }\nmaterials: [{ name: 申请书 }, { name: 身份证 }]\n'),
    );
    put(
      'items/water/b.yaml',
      'id: b\nname: 打井备案\ntype: 公共服务\ndepartment: water\nvisits: 1\n',
    );
    git('add', '.');
    git('commit', '-qm', 'one');
    git('tag', 'v1');
    put('mingbai.yaml', 'title: 目录\nhotline: "12346"\n');
    put(
      'halls/main.yaml',
      'id: main\nname: 大厅\naddress: 一号\nhours: 工作日\nwindows: [{ id: w1, name: 综合 }]\n',
    );
    put(
      'items/water/a.yaml',
      item('limits: { committed: 5个工作日 }\nmaterials: [{ name: 身份证 }, { name: 验资报告 }]\n'),
    );
    mkdirSync(join(folder, 'items/river'));
    renameSync(join(folder, 'items/water/b.yaml'), join(folder, 'items/river/b.yaml'));
    git('add', '-A');
    git('commit', '-qm', 'two');
  });

  test('tells items, halls and settings, and follows what moved', async () => {
    const { changes, totals } = await diff('v1..HEAD');
    expect(changes.map(({ path, from, kind, of }) => [path, from, kind, of])).toEqual([
      ['halls/main.yaml', undefined, 'changed', 'hall'],
      ['items/river/b.yaml', 'items/water/b.yaml', 'moved', 'item'],
      ['items/water/a.yaml', undefined, 'changed', 'item'],
      ['mingbai.yaml', undefined, 'changed', 'settings'],
    ]);
    expect(changes[2]?.fields.map(({ pointer, burden }) => [pointer, burden])).toEqual([
      ['/materials/0', '减负'],
      ['/materials/1', '增负'],
      ['/limits/committed', '增负'],
    ]);
    expect(changes[0]?.fields[0]).toMatchObject({ label: '窗口', before: '二号', burden: '增负' });
    const sums = new Map(totals.sums.map(({ key, less, more }) => [key, [less, more]]));
    expect([sums.get('limit'), sums.get('materials')]).toEqual([
      ['0', '2'],
      ['1', '1'],
    ]);
  });

  test('is the same for the disk, and for two folders without git', async () => {
    const expected = (await diff('v1..HEAD')).changes;
    expect((await diff('v1')).changes).toEqual(expected);
    const old = join(emptyFolder(), 'old');
    mkdirSync(old);
    const archive = execFileSync('git', ['archive', 'v1'], { cwd: folder });
    execFileSync('tar', ['-x', '-C', old], { input: archive });
    const { out } = await run(['diff', old, folder, '--format', 'json'], dirname(old));
    const { changes } = JSON.parse(out) as { changes: { fields: unknown }[] };
    expect(changes.map(({ fields }) => fields)).toEqual(expected.map(({ fields }) => fields));
  });

  test('says nothing of blanks and order', async () => {
    const path = join(folder, 'items/water/a.yaml');
    const before = readFileSync(path, 'utf8');
    const turned =
      'materials: [{ name: 验资 报告 }, { name: 身份证 }]\nlimits:\n  committed:   5个工作日\n';
    writeFileSync(path, item(turned));
    expect((await diff('HEAD')).changes).toEqual([]);
    writeFileSync(path, before);
  });

  test('names a file that cannot be read, and a range that is none', async () => {
    const path = join(folder, 'items/water/a.yaml');
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, 'id: a\nname: [\n');
    const { out, err } = await run(['diff', 'HEAD'], folder);
    expect([out, err]).toEqual(['没有变化\n', expect.stringContaining('items/water/a.yaml')]);
    writeFileSync(path, before);
    expect((await run(['diff', 'HEAD~9'], folder)).err).toContain('第一次提交前面没有版本可比');
    expect((await run(['diff', 'v1..none'], folder)).code).toBe(2);
  });

  test('marks nothing of a text as Markdown or HTML', async () => {
    const other = emptyFolder();
    cpSync(join(folder, 'items'), join(other, 'items'), { recursive: true });
    writeFileSync(join(other, 'items/water/a.yaml'), item('summary: "<b>|x|</b> `a` 请看"\n'));
    const md = (await run(['diff', folder, other, '--format', 'md'], folder)).out;
    expect(md).toContain('&lt;b\\>\\|x\\|&lt;/b\\> \\`a\\` 请看');
    const html = (await run(['diff', folder, other, '--format', 'html'], folder)).out;
    expect(html).not.toContain('<b>');
    rmSync(other, { recursive: true });
  });
});
