import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, ROOT } from '../program.ts';
import { digestsOf } from '../tree.ts';

const BIN = join(ROOT, 'bin/mingbai.js');
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const home = emptyFolder();

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program where no file may get longer than so many KB; the system then says EFBIG. */
function within(kilobytes: number, argv: readonly string[]): Ended {
  const limited = `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$@"`;
  return ended(spawnSync('bash', ['-c', limited, 'bash', process.execPath, BIN, ...argv], HERE));
}

/** Runs the program for somebody who may not do everything. */
function asSomebody(argv: readonly string[]): Ended {
  const who = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups'];
  const words = [process.execPath, BIN, ...argv];
  const [command = '', ...rest] = isRoot ? ['setpriv', ...who, ...words] : words;
  return ended(spawnSync(command, rest, HERE));
}

const HERE = {
  cwd: home,
  env: { ...process.env, HOME: home, XDG_CACHE_HOME: join(home, 'cache') },
};

function ended({ status, stdout, stderr }: ReturnType<typeof spawnSync>): Ended {
  return { code: status, out: stdout.toString(), err: stderr.toString() };
}

function says({ code, err }: Ended, words: RegExp): void {
  expect([code, err]).toEqual([2, expect.stringMatching(words)]);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
}

beforeAll(() => {
  const filter = (path: string): boolean => !path.endsWith('.mingbai');
  cpSync(join(ROOT, 'tests/catalog'), join(home, 'catalog'), { recursive: true, filter });
  const rows = Array.from({ length: 40 }, (_, at) => `许可${at}号,行政许可,水利局\n`).join('');
  writeFileSync(join(home, 'list.csv'), `事项名称,事项类型,实施主体\n${rows}`);
  const item = (name: string): string =>
    JSON.stringify({ 事项名称: name, 设定依据: '水'.repeat(9000) });
  writeFileSync(join(home, 'long.json'), `[${['甲', '乙'].map(item).join(',')}]`);
  if (isRoot) for (const path of ['.', 'catalog']) chmodSync(join(home, path), 0o777);
});

describe('a disk that takes no more', () => {
  const build = (out: string) => ['build', 'catalog', '--out', out, '--only', 'html', '--force'];
  const merge = (out: string) => ['merge', 'part', '--out', out, '--force'];

  test.each([
    ['build', build],
    ['merge', merge],
  ])('leaves %s with the old tree and a name, and the next run is as any', (name, argv) => {
    const out = `site-${name}`;
    expect(within(1 << 20, [...build('part'), '--shard', '1/1']).code).toBe(0);
    expect(within(1 << 20, build(out)).code).toBe(0);
    const old = digestsOf(join(home, out));
    const path = join(home, 'catalog/departments/water.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^name: .*/m, `name: 明白县水务局（${name}）`));
    expect(within(1 << 20, [...build('part'), '--shard', '1/1']).code).toBe(0);
    says(within(16, argv(out)), new RegExp(`不能读写“.*${out}.*”：文件太大`));
    expect(digestsOf(join(home, out))).toEqual(old);
    expect(within(1 << 20, argv(out)).code).toBe(0);
    expect(within(1 << 20, build(`fresh-${name}`)).code).toBe(0);
    expect(digestsOf(join(home, out))).toEqual(digestsOf(join(home, `fresh-${name}`)));
    expect(digestsOf(join(home, out))).not.toEqual(old);
  });

  test('is none of a check’s business', () => {
    rmSync(join(home, 'catalog/.mingbai'), { recursive: true, force: true });
    const first = within(0, ['check', 'catalog']);
    expect([first.code, first.err]).toEqual([0, '']);
    expect(within(1 << 20, ['check', 'catalog']).out).toBe(first.out);
  });

  test('leaves an import with what was there', () => {
    expect(within(1 << 20, ['import', 'list.csv', '--to', 'imported']).code).toBe(0);
    const old = digestsOf(join(home, 'imported'));
    const argv = ['import', 'long.json', '--to', 'imported', '--force'];
    says(within(4, argv), /不能读写“.*imported.*”：文件太大/);
    expect(digestsOf(join(home, 'imported'))).toEqual(old);
    expect(within(1 << 20, argv).code).toBe(0);
    expect(within(1 << 20, [...argv.slice(0, 3), 'anew']).code).toBe(0);
    const now = digestsOf(join(home, 'imported'));
    for (const [path, digest] of digestsOf(join(home, 'anew'))) {
      if (path.startsWith('items/')) expect(now.get(path)).toBe(digest);
    }
  });
});

describe('without permission', () => {
  const locked = (path: string): string => {
    const full = join(home, path);
    mkdirSync(full, { recursive: true });
    chmodSync(full, 0o555);
    return path;
  };
  const hidden = (path: string): void => {
    if (isRoot) chownSync(join(home, path), 0, 0);
    chmodSync(join(home, path), 0);
  };

  test.each([
    ['build', ['build', 'catalog', '--only', 'json', '--force', '--out']],
    ['merge', ['merge', 'part', '--force', '--out']],
    ['import', ['import', 'list.csv', '--to']],
    ['stats', ['stats', 'catalog', '--format', 'csv', '--out']],
  ])('%s names what cannot be written', (name, argv) => {
    says(asSomebody([...argv, join(locked(`locked-${name}`), 'x')]), /“.*locked-.*”：没有权限/);
  });

  test('a file that cannot be read is named, and the others are checked', () => {
    cpSync(join(home, 'catalog'), join(home, 'unread'), { recursive: true });
    hidden('unread/halls/county-hall.yaml');
    const { code, out } = asSomebody(['check', 'unread', '--no-cache']);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('halls/county-hall.yaml:1:1 错误 没有权限'),
    ]);
    hidden('unread/items');
    says(asSomebody(['check', 'unread', '--no-cache']), /“items”：没有权限读取/);
    hidden('list.csv');
    says(asSomebody(['import', 'list.csv', '--to', 'x']), /“.*list\.csv”：没有权限/);
  });
});
