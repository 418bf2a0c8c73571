import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fieldChanges, isPublished } from '../src/diff/field-changes.ts';
import { fieldLine } from '../src/guide/lists/change-words.ts';
import { loadCatalog } from '../src/load/load.ts';
import type { Item } from '../src/model/schema.gen.ts';
import { diskFiles } from '../src/world/disk.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { brokenLinks, pagesOf } from './site-checks.ts';

const ITEM = 'items/water/water-abstraction.yaml';
const { catalog } = loadCatalog(diskFiles(join(ROOT, 'catalog')));
const water = catalog.items.find(({ path }) => path === ITEM)?.value;
if (water === undefined) throw new Error(ITEM);

function linesOf(after: Partial<Item>, before: Item = water as Item): string[] {
  const { settings: _, ...rest } = catalog;
  const shared = { ...rest, settings: catalog.settings };
  const fields = fieldChanges('item', before, { ...before, ...after }).filter(isPublished);
  return fields.map((field) => fieldLine(field, shared));
}

describe('what changed in an item, in the words of the field', () => {
  const [first, ...others] = water.materials ?? [];
  if (first === undefined) throw new Error('no material');

  test('says the field, before and after, and for whom it is better', () => {
    const limits = { ...water.limits, committed: '2个工作日' };
    expect(linesOf({ limits })).toEqual([
      `承诺办结时限：由“${water.limits?.committed}”改为“2个工作日”（减负）`,
    ]);
    expect(linesOf({ limits: { ...limits, committed: '44个工作日' } })[0]).toMatch(/（增负）$/);
    expect(linesOf({ visits: 3 })).toEqual([`到办事现场次数：由“${water.visits}”改为“3”（增负）`]);
  });

  test('finds materials again by name, not by place', () => {
    const turned = [...others, first];
    expect(linesOf({ materials: turned })).toEqual([]);
    expect(linesOf({ materials: others })).toEqual([`减少申请材料“${first.name}”（减负）`]);
    const more = [...others, { ...first, copies: (first.copies ?? 1) + 1 }];
    expect(linesOf({ materials: more })).toEqual([
      `申请材料“${first.name}”的份数：由“${first.copies}”改为“${(first.copies ?? 1) + 1}”（增负）`,
    ]);
    const fresh = { name: '承诺书', form: '原件' as const };
    expect(linesOf({ materials: [...turned, fresh] })).toEqual(['增加申请材料“承诺书”（增负）']);
  });

  test('keeps silent about notes that no reader sees', () => {
    expect(linesOf({ reviewed: '2027-01-01', owner: '股长', aliases: ['打井'] })).toEqual([]);
  });

  test('shows of long texts what differs', () => {
    const scope = `${'很长的说明'.repeat(40)}到此为止`;
    const before = { ...water, scope: scope.replace('到此为止', '至此结束') };
    const [line = ''] = linesOf({ scope }, before);
    expect(line).toContain('到此为止');
    expect(line).toContain('至此结束');
    expect(line.length).toBeLessThan(120);
  });

  test('names departments, windows and situations, not ids', () => {
    expect(linesOf({ department: 'health' })).toEqual([
      '实施主体：由“明白县水利局”改为“明白县卫生健康委员会”',
    ]);
    const lines = linesOf({ channels: { ...water.channels, windows: [] } });
    expect(lines.join()).toContain('明白县政务服务中心');
    const materials = [{ ...first, situations: ['renewal'] }, ...others];
    const line = linesOf({ materials }).join();
    expect(line).toContain('延续');
    expect(line).not.toContain('renewal');
  });
});

describe('the changes of a catalogue under git', () => {
  const folder = join(emptyFolder(), 'catalog');
  const file = join(folder, ITEM);
  const git = (date: string, ...argv: string[]): string => {
    const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a' };
    const when = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_COMMITTER_EMAIL: 'a@b' };
    const env = { ...process.env, ...who, ...when };
    return execFileSync('git', argv, { cwd: folder, env, encoding: 'utf8' });
  };
  const commit = (date: string): void => {
    git(date, 'add', '-A');
    git(date, 'commit', '-q', '-m', 'x');
  };
  const edit = (from: string, to: string): void => {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  };
  const site = async (...more: string[]): Promise<string> => {
    const out = join(emptyFolder(), 'public');
    const argv = ['build', folder, '--out', out, '--only', 'html', '--force', ...more];
    expect((await run(argv, ROOT)).code).toBe(0);
    return out;
  };
  const committed = String(water.limits?.committed);

  beforeAll(() => {
    cpSync(join(ROOT, 'catalog'), folder, { recursive: true });
    git('2025-01-01T08:00:00+08:00', 'init', '-q');
    commit('2025-01-01T08:00:00+08:00');
    edit(`committed: ${committed}`, 'committed: 9个工作日');
    commit('2025-05-05T08:00:00+08:00');
    edit('committed: 9个工作日', 'committed: 8个工作日');
    commit('2026-03-02T08:00:00+08:00');
    git('2026-03-02T08:00:00+08:00', 'tag', 'v1');
    rmSync(join(folder, 'items/press/publication-retail.yaml'));
    edit('committed: 8个工作日', 'committed: 7个工作日');
    commit('2026-11-02T08:00:00+08:00');
    edit('committed: 7个工作日', 'committed: 6个工作日');
    commit('2026-11-02T18:00:00+08:00');
  });

  test('stand on the page, in the feed and on the page of the item', async () => {
    const out = await site();
    expect(brokenLinks(out)).toEqual([]);
    const changes = pagesOf(out).get('changes.html') ?? '';
    expect(changes).toContain('承诺办结时限：由“9个工作日”改为“8个工作日”（减负）');
    expect(changes).toContain('承诺办结时限：由“8个工作日”改为“6个工作日”（减负）');
    expect(changes).not.toContain('7个工作日');
    expect(changes).toContain('<p>事项取消</p>');
    expect(changes, 'older than 12 months').not.toContain('由“3个工作日”改为“9个工作日”');
    expect(changes, 'no item began with the first commit').not.toContain('新增事项');
    const feed = readFileSync(join(out, 'changes.atom'), 'utf8');
    expect(feed).toContain('<updated>2026-11-02T00:00:00+08:00</updated>');
    expect(feed).toContain('改为“6个工作日”（减负）');
    const ids = [...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const page = pagesOf(out).get('items/water/water-abstraction/index.html') ?? '';
    expect(page).toContain('<dt>2026年11月2日更新</dt><dd>承诺办结时限：由“8个工作日”');
  });

  test('begin where they are asked to, the same bytes each time', async () => {
    const [one, two] = [await site('--since', 'v1'), await site('--since', 'v1')];
    const text = pagesOf(one).get('changes.html') ?? '';
    expect(text).toBe(pagesOf(two).get('changes.html'));
    expect(text).toContain('改为“6个工作日”');
    expect(text).not.toContain('由“9个工作日”');
  });

  test('follow the settings, and a revision that is gone stops nothing', async () => {
    const settings = join(folder, 'mingbai.yaml');
    const before = readFileSync(settings, 'utf8');
    const changesWith = async (lines: string): Promise<string> => {
      writeFileSync(settings, `${before}\nchanges: ${lines}\n`);
      const text = pagesOf(await site()).get('changes.html') ?? '';
      writeFileSync(settings, before);
      return text;
    };
    expect(await changesWith('{ since: v1 }')).not.toContain('由“9个工作日”');
    expect(await changesWith('{ months: 60 }')).toContain('改为“9个工作日”');
    expect(await changesWith('{ months: 0 }')).not.toContain('改为');
    expect(await changesWith('{ since: v9 }')).toContain('改为“6个工作日”');
    const { code, err } = await run(['build', folder, '--force', '--since', 'v9'], ROOT);
    expect([code, err]).toEqual([2, expect.stringContaining('没有 git 版本“v9”')]);
  });

  test('reach the page of an item that did not change since it was built', async () => {
    const out = join(emptyFolder(), 'public');
    const argv = ['build', folder, '--out', out, '--only', 'html', '--force'];
    edit('committed: 6个工作日', 'committed: 5个工作日');
    expect((await run(argv, ROOT)).code).toBe(0);
    const path = 'items/water/water-abstraction/index.html';
    expect(pagesOf(out).get(path)).not.toContain('改为“5个工作日”');
    commit('2026-11-03T08:00:00+08:00');
    expect((await run(argv, ROOT)).code).toBe(0);
    expect(pagesOf(out).get(path)).toContain('改为“5个工作日”');
    expect(pagesOf(out)).toEqual(pagesOf(await site()));
  });

  test('fall back on the dates of the items where there is no git', async () => {
    const bare = join(emptyFolder(), 'catalog');
    cpSync(join(ROOT, 'catalog'), bare, { recursive: true });
    const out = join(emptyFolder(), 'public');
    const argv = ['build', bare, '--out', out, '--only', 'html'];
    expect((await run(argv, ROOT)).code).toBe(0);
    expect(pagesOf(out).get('changes.html')).toContain('办事指南开始施行');
  });
});
