import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pairItems } from '../src/diff/pairs.ts';
import { loadCatalog } from '../src/load/load.ts';
import { diskFiles } from '../src/world/disk.ts';
import { gitFiles } from '../src/world/git-files.ts';
import { memoryFiles } from './memory-files.ts';
import { emptyFolder, run } from './program.ts';

const folder = emptyFolder();
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const item = (id: string, lines: string) =>
  `id: ${id}\nname: 事项${id}\ntype: 行政许可\ndepartment: water\n${lines}`;

beforeAll(() => {
  git('init', '-q');
  put('目录/departments/water.yaml', 'id: water\nname: 明白县水利局\n');
  put('目录/items/water/b.yaml', item('b', 'limits: { committed: 10个工作日 }\nvisits: 1\n'));
  put('目录/items/water/c.yaml', item('c', 'visits: 2\n'));
  put(
    '目录/items/water/a.yaml',
    item(
      'a',
      'limits: { committed: 20个工作日 }\nvisits: 2\nsteps: [{ name: 受理 }, { name: 初审 }, { name: 决定 }]\n' +
        'materials: [{ name: 申请书 }, { name: 营业执照 }, { name: 身份证 }]\n',
    ),
  );
  git('add', '.');
  git('commit', '-qm', 'first');
  git('tag', 'v1');
  put(
    '目录/items/water/a.yaml',
    item(
      'a',
      'limits: { committed: 5个工作日 }\nvisits: 0\nsteps: [{ name: 受理 }, { name: 决定 }]\n' +
        'materials: [{ name: 申请书 }, { name: 营业执照, waiver: { how: 电子证照 } }]\n',
    ),
  );
  put('目录/items/water/d.yaml', item('d', 'visits: 0\n'));
  rmSync(join(folder, '目录/items/water/c.yaml'));
  git('add', '-A', '.');
  git('commit', '-qm', 'second');
});

test('every department stands then and now, what got worse is marked in words and in red', async () => {
  put('cases.csv', '编码,件数\na,10\n');
  const { out } = await run(
    ['stats', '目录', '--from', 'v1', '--cases', 'cases.csv', '--format', 'json'],
    folder,
  );
  rmSync(join(folder, 'cases.csv'));
  const all: { key: string; rows: string[][] }[] = JSON.parse(out).tables;
  const rows = (key: string) => all.find((each) => each.key === key)?.rows;
  expect(rows('side-by-side')).toEqual(
    expect.arrayContaining([
      ['全部', '事项（个）', '3', '3', '0', ''],
      ['明白县水利局', '每项材料数', '3', '2', '−1', ''],
      ['明白县水利局', '零跑动占比', '0.0%', '66.7%', '66.7', ''],
      ['明白县水利局', '名次', '1', '1', '0', ''],
    ]),
  );
  expect(rows('spared')?.[2]).toEqual(['等待', '200', '50', '150', '个工作日', '1', '10', '—']);
  const back = await run(
    ['stats', '目录', '--from', 'HEAD', '--to', 'v1', '--format', 'html'],
    folder,
  );
  expect(back.out).toContain('<tr class="worse"><th scope="row">全部</th><td>零跑动占比</td>');
  expect(back.out).toContain('<td>增负</td>');
});

describe('--from a revision', () => {
  async function tables(...argv: string[]) {
    const { out } = await run(['stats', '目录', ...argv, '--format', 'json'], folder);
    const found: { key: string; rows: string[][]; note?: string }[] = JSON.parse(out).tables;
    return new Map(found.map((table) => [table.key, table]));
  }

  test('gives the four reductions in total', async () => {
    const { rows = [], note } = (await tables('--from', 'v1')).get('reductions') ?? {};
    expect(rows.map((row) => row.slice(0, 8))).toEqual([
      ['减时限', '30', '15', '15', '50.0%', '个工作日', '2', '0'],
      ['减材料', '3', '1', '2', '66.7%', '份', '1', '1'],
      ['减环节', '3', '2', '1', '33.3%', '个', '1', '1'],
      ['减跑动', '3', '1', '2', '66.7%', '次', '2', '0'],
    ]);
    expect(note).toContain('前后都有的事项 2 个，新增 1 个，减少 1 个');
  });

  test('and for every item, by name', async () => {
    const { rows } = (await tables('--from', 'v1')).get('reduced-items') ?? {};
    expect(rows).toEqual([
      [
        ...['事项a（a）', '20→5', '3→1', '3→2', '2→0'],
        '减材料“营业执照”；减材料“身份证”；减环节“初审”',
      ],
    ]);
  });

  test('shows what was added and dropped apart', async () => {
    const found = await tables('--from', 'v1');
    expect(found.get('added')?.rows).toEqual([
      ['事项d（d）', '行政许可', '目录/items/water/d.yaml'],
    ]);
    expect(found.get('dropped')?.rows).toEqual([
      ['事项c（c）', '行政许可', '目录/items/water/c.yaml'],
    ]);
    expect(found.get('uncompared')?.rows[0]?.slice(0, 3)).toEqual([
      '减材料',
      'b',
      '没有填写申请材料',
    ]);
  });

  test('between two revisions, the other way round, is an increase', async () => {
    const { rows = [] } = (await tables('--from', 'HEAD', '--to', 'v1')).get('reductions') ?? {};
    expect(rows[0]?.slice(1, 5)).toEqual(['15', '30', '−15', '−100.0%']);
  });

  test('--to alone counts that revision', async () => {
    const { out } = await run(['stats', '目录', '--to', 'v1', '--format', 'json'], folder);
    expect(JSON.parse(out).items).toBe(3);
  });
});

describe('files of a revision', () => {
  test('are those of the disk, also from a folder within, with Chinese names', () => {
    for (const root of [folder, join(folder, '目录')]) {
      const [disk, revision] = [diskFiles(root), gitFiles(root, 'HEAD')];
      expect(revision.list()).toEqual(disk.list());
      for (const path of disk.list()) {
        expect(Buffer.from(revision.read(path)).equals(Buffer.from(disk.read(path)))).toBe(true);
      }
      expect(loadCatalog(revision)).toMatchObject({ findings: loadCatalog(disk).findings });
    }
  });

  test('a link out of the catalogue is an escape, one within is read', () => {
    symlinkSync('b.yaml', join(folder, '目录/items/water/link.yaml'));
    symlinkSync('/etc/hostname', join(folder, '目录/items/water/out.yaml'));
    git('add', '.');
    git('commit', '-qm', 'links');
    const files = gitFiles(join(folder, '目录'), 'HEAD');
    expect([...files.escapes()]).toEqual(['items/water/out.yaml']);
    expect(Buffer.from(files.read('items/water/link.yaml')).toString()).toContain('id: b');
    git('revert', '--no-edit', 'HEAD');
  });
});

describe('items are found again', () => {
  const catalogOf = (...items: readonly [string, string][]) =>
    loadCatalog(
      memoryFiles(
        Object.fromEntries(items.map(([id, more]) => [`items/water/${id}.yaml`, item(id, more)])),
      ),
    ).catalog;
  const coded = (code: string) => `codes: { implementation: "${code}" }\n`;
  const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

  test('by code when the id was changed', () => {
    const pairs = pairItems(catalogOf(['a', coded('1')]), catalogOf(['b', coded('1')]));
    expect(pairs.kept.map(({ before, after }) => [before.id, after.id])).toEqual([['a', 'b']]);
    expect([pairs.added, pairs.dropped]).toEqual([[], []]);
  });

  test('but not where two have the code', () => {
    const before = catalogOf(['a', coded('1')], ['b', coded('1')]);
    const pairs = pairItems(before, catalogOf(['c', coded('1')]));
    expect([ids(pairs.added), ids(pairs.dropped)]).toEqual([['c'], ['a', 'b']]);
  });
});
