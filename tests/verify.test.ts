import { execFileSync } from 'node:child_process';
import {
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { codeOfDigest, isSheetCode } from '../src/guide/sheet-code.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { randomFrom } from './random-edits.ts';

const home = emptyFolder();
const catalog = join(home, 'catalog');
const site = join(home, 'public');
const ITEM = 'items/water/water-abstraction.yaml';
const PAGE = 'items/water/water-abstraction/index.html';
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    cwd: catalog,
    encoding: 'utf8',
  });

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** What verify says of a folder: exit code and lines. */
async function verify(...argv: string[]): Promise<[number, string[]]> {
  const { code, out, err } = await run(['verify', ...argv], home);
  expect(err).toBe('');
  return [code, out.trim().split('\n')];
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
}

beforeAll(async () => {
  cpSync(join(ROOT, 'tests/catalog'), catalog, { recursive: true });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'one');
  const argv = ['build', catalog, '--out', site, '--only', 'html,pdf,notice', '--force'];
  expect((await run(argv, home)).code).toBe(0);
});

describe('a published tree', () => {
  const files = (): string[] => filesOf(site).filter((path) => path !== 'mingbai.json');

  test('gives each of forty tamperings by its name', async () => {
    const random = randomFrom(40);
    const all = files();
    const pages = all.filter((path) => path.endsWith('.html'));
    const sheets = all.filter((path) => path.endsWith('.pdf'));
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const work = join(home, 'work');
    const at = (path: string): string => join(work, path);
    const kinds: ((path: string) => string)[] = [
      () => {
        const page = one(pages.filter((path) => /\d/.test(readFileSync(at(path), 'utf8'))));
        const text = readFileSync(at(page), 'utf8');
        const place = text.search(/\d/);
        const digit = (Number(text[place]) + 1) % 10;
        writeFileSync(at(page), text.slice(0, place) + digit + text.slice(place + 1));
        return `被改动  ${page}`;
      },
      () => {
        const [sheet, other] = [sheets[0] ?? '', sheets[1] ?? ''];
        cpSync(at(other), at(sheet));
        return `被改动  ${sheet}`;
      },
      (path) => {
        rmSync(at(path));
        return `缺少  ${path}`;
      },
      (path) => {
        writeFileSync(at(`${path}.bak`), 'x');
        return `多出  ${path}.bak`;
      },
      (path) => {
        writeFileSync(at(path), Buffer.concat([readFileSync(at(path)), Buffer.from('\n')]));
        return `被改动  ${path}`;
      },
      (path) => {
        writeFileSync(at(path), '');
        return `被改动  ${path}`;
      },
      (path) => {
        rmSync(at(path));
        symlinkSync('/etc/hostname', at(path));
        return `被改动  ${path}`;
      },
      () => {
        edit(at('mingbai.json'), '"format": 1', '"format": x');
        return '没有清单或者清单读不懂  mingbai.json';
      },
    ];
    cpSync(site, work, { recursive: true });
    for (let round = 0; round < 40; round += 1) {
      const told = kinds[round % kinds.length]?.(one(all)) ?? '';
      expect(await verify(work), `round ${round}`).toEqual([1, [told, '不一致 1 处']]);
      const [, path = ''] = told.split('  ');
      rmSync(at(path), { force: true });
      if (!path.endsWith('.bak')) cpSync(join(site, path), at(path));
    }
  });

  test('is not accused in twenty honest copies', async () => {
    const packed = filesOf(site).map((path) => [path, readFileSync(join(site, path))] as const);
    let copy = join(home, 'copy-0');
    cpSync(site, copy, { recursive: true });
    for (let round = 1; round <= 10; round += 1) {
      const next = join(home, round % 2 === 0 ? `copy-${round}` : `网站${round}`);
      renameSync(copy, next);
      copy = next;
      for (const path of filesOf(copy)) utimesSync(join(copy, path), round, round);
      const name = round % 3 === 0 ? join(copy, 'mingbai.json') : copy;
      expect(await verify(name, catalog), next).toEqual([0, ['一致']]);
    }
    for (let round = 1; round <= 10; round += 1) {
      const prefix = round % 2 === 0 ? '' : 'public/';
      const named = packed.map(([path, body]): [string, Uint8Array] => [prefix + path, body]);
      const zip = join(home, `copy-${round}.zip`);
      const level = (round % 3) as 0 | 1 | 2;
      writeFileSync(zip, zipSync(Object.fromEntries(named), { level, mtime: '2020-01-01' }));
      expect(await verify(zip, catalog), zip).toEqual([0, ['一致']]);
    }
  });

  test('is stale where the catalogue says something else, and only there', async () => {
    edit(join(catalog, ITEM), 'committed: 3个工作日', 'committed: 2个工作日');
    const [code, lines] = await verify(site, catalog);
    git('checkout', '-q', '.');
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith('过时'))).toEqual([
      '过时  items/water/water-abstraction/index.html  取水许可',
      '过时  items/water/water-abstraction/guide.pdf  取水许可 办事指南',
      '过时  items/water/water-abstraction/notice.pdf  取水许可 一次性告知单',
      '过时  items/water/water-abstraction/notice-new.pdf  取水许可 一次性告知单（新办）',
      '过时  items/water/water-abstraction/notice-renewal.pdf  取水许可 一次性告知单（延续）',
    ]);
  });

  test('what is none is wrong use', async () => {
    const { code, err } = await run(['verify', join(catalog, ITEM)], home);
    expect([code, err]).toEqual([2, expect.stringContaining('先解开再核对')]);
    expect((await run(['verify', 'nowhere'], home)).code).toBe(2);
  });
});

describe('a code on paper', () => {
  test('is told when a digit is wrong, and tells today from yesterday', async () => {
    const page = readFileSync(join(site, PAGE), 'utf8');
    const code = /mingbai-code" content="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(isSheetCode(code.replaceAll('-', ''))).toBe(true);
    expect(await verify('--paper', code, catalog)).toEqual([
      0,
      ['这张“办事指南”（取水许可）就是现在用的'],
    ]);
    const wrong = `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`;
    expect((await run(['verify', '--paper', wrong, catalog], home)).code).toBe(2);
    const other = codeOfDigest('none', 'guide');
    expect((await verify('--paper', other, catalog))[1][0]).toContain('没有找到校验码');
  });

  test('of an old sheet answers with what changed since', async () => {
    const notice = join(site, dirname(PAGE), 'notice.pdf');
    edit(join(catalog, ITEM), 'committed: 3个工作日', 'committed: 2个工作日');
    git('commit', '-qam', 'two');
    edit(join(catalog, ITEM), 'visits: 1', 'visits: 0');
    git('commit', '-qam', 'three');
    const [code, lines] = await verify('--paper', notice, catalog);
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^旧的“一次性告知单”（取水许可）\d{4}-\d\d-\d\d 起作废$/);
    expect(lines.slice(1)).toEqual([
      '  减负  承诺办结时限：3个工作日 → 2个工作日',
      '  减负  到办事现场次数：1 → 0',
    ]);
    git('reset', '-q', '--hard', 'HEAD~2');
  });
});

describe('a website fetched by a mirror tool', () => {
  test('is held against the catalogue by its words', async () => {
    const mirror = join(home, 'mirror/county.example');
    cpSync(site, mirror, { recursive: true });
    rmSync(join(mirror, 'mingbai.json'));
    for (const path of filesOf(mirror)) {
      if (!path.endsWith('.html')) continue;
      const text = readFileSync(join(mirror, path), 'utf8');
      writeFileSync(
        join(mirror, path),
        `<!-- Mirrored -->${text.replaceAll('href="', 'href="./')}`,
      );
    }
    expect(await verify('--site', dirname(mirror), catalog)).toEqual([0, ['一致']]);
    edit(join(mirror, PAGE), '3个工作日', '9个工作日');
    renameSync(join(mirror, 'phones.html'), join(mirror, 'phones-old.html'));
    const [code, lines] = await verify('--site', dirname(mirror), catalog);
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^被改动 {2}items\/.*9个.*≠.*3个/),
      '缺少  phones.html',
      expect.stringMatching(/^多出 .*phones-old\.html$/),
      '不一致 3 处',
    ]);
    expect(statSync(mirror).isDirectory()).toBe(true);
  });
});
