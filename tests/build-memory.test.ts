import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { diskStore } from '../src/world/store.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { treeOf } from './tree.ts';

/** A copy of the sample catalogue, and a folder that it is built into. */
class Site {
  readonly home = emptyFolder();
  readonly catalog = join(this.home, 'catalog');
  readonly out = join(this.home, 'public');

  constructor() {
    cpSync(join(ROOT, 'catalog'), this.catalog, {
      recursive: true,
      filter: (path) => !path.endsWith('.mingbai'),
    });
  }

  get items(): string[] {
    return readdirSync(join(this.catalog, 'items'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => join(this.catalog, 'items', path))
      .sort();
  }

  get settings(): string {
    return readFileSync(join(this.catalog, 'mingbai.yaml'), 'utf8');
  }

  async build(...more: string[]) {
    const argv = ['build', this.catalog, '--only', 'html,json', '--out', this.out, ...more];
    const { code, err } = await run(argv, this.home);
    expect(err).toBe('');
    return code;
  }

  /** What the disk knows of a file in which builds are remembered, by its ending. */
  kept(ending: string) {
    const folder = join(this.catalog, '.mingbai/cache');
    const names = readdirSync(folder).filter((name) => /^build-.*\./.test(name));
    const name = names.find((each) => each.endsWith(ending));
    return name === undefined ? undefined : statSync(join(folder, name));
  }

  async expectAsFromScratch(): Promise<void> {
    const clean = join(this.home, 'clean');
    await run(
      ['build', this.catalog, '--only', 'html,json', '--out', clean, '--no-cache'],
      this.home,
    );
    const [kept, fresh] = [treeOf(this.out), treeOf(clean)];
    expect([...kept.keys()]).toEqual([...fresh.keys()]);
    for (const [path, body] of fresh) expect(kept.get(path)?.equals(body), path).toBe(true);
  }
}

/** What changes an item's file and none of the pages that list it. */
function edit(path: string | undefined): void {
  appendFileSync(path ?? '', '# 核对过\n');
}

describe('what a build remembers', () => {
  let site: Site;
  beforeEach(async () => {
    site = new Site();
    expect(await site.build()).toBe(0);
  });

  test('stays where it is while little changes, and is laid anew when much has', async () => {
    const { items } = site;
    const laid = site.kept('.lines')?.ino;
    expect(site.kept('.later')).toBeUndefined();
    const sizes: number[] = [];
    for (const path of [items[2], items[2], items[4]]) {
      edit(path);
      expect(await site.build()).toBe(0);
      expect(site.kept('.lines')?.ino).toBe(laid);
      sizes.push(site.kept('.later')?.size ?? 0);
    }
    const [once = 0, again = 0, other = 0] = sizes;
    // What an item was before it changed again is forgotten, what another one is comes to it.
    expect([once > 0, again === once, other > once]).toEqual([true, true, true]);
    for (const path of items) writeFileSync(path, `${readFileSync(path, 'utf8')}# 全部核对过\n`);
    writeFileSync(join(site.catalog, 'mingbai.yaml'), `${site.settings.trimEnd()}\n# 改过\n`);
    await site.build();
    expect(site.kept('.lines')?.ino).not.toBe(laid);
    await site.expectAsFromScratch();
  });

  test('is not believed when the later part of it was damaged or is gone', async () => {
    const folder = join(site.catalog, '.mingbai/cache');
    for (const harm of [
      (path: string) => appendFileSync(path, 'x'),
      (path: string) => rmSync(path),
    ]) {
      edit(site.items[1]);
      await site.build();
      harm(join(folder, readdirSync(folder).find((name) => name.endsWith('.later')) ?? ''));
      edit(site.items[3]);
      await site.build();
      await site.expectAsFromScratch();
      edit(site.items[1]);
      await site.build();
    }
  });
});

test('groups of blobs are dropped together, those written last stay', () => {
  const home = emptyFolder();
  const store = diskStore(home);
  const folder = join(home, '.mingbai/cache');
  for (const [at, name] of ['build-a', 'build-b', 'build-c'].entries()) {
    for (const ending of ['.json', '.lines', '.later']) {
      store.write(name + ending, [Buffer.from(name)]);
      // The lines of the first are older than all of the others, its index is the newest.
      const time = name === 'build-a' ? (ending === '.json' ? 9 : 1) : at + 2;
      utimesSync(join(folder, name + ending), time, time);
    }
  }
  store.write('check.json', []);
  store.keepNewest?.('build-', 2);
  expect(readdirSync(folder).sort()).toEqual([
    ...['build-a.json', 'build-a.later', 'build-a.lines'],
    ...['build-c.json', 'build-c.later', 'build-c.lines', 'check.json'],
  ]);
});

describe('a tree of very many files', () => {
  const site = new Site();
  const forms = join(site.catalog, 'forms/many');

  test('is looked at while the catalogue is checked, and comes out as from scratch', async () => {
    mkdirSync(forms, { recursive: true });
    for (let at = 0; at < 1600; at += 1) writeFileSync(join(forms, `${at}.txt`), `表${at}\n`);
    expect(await site.build()).toBe(0);
    const harmed = join(site.out, 'forms/many/7.txt');
    expect(existsSync(harmed)).toBe(true);
    const before = statSync(join(site.out, 'forms/many/8.txt')).ino;
    appendFileSync(harmed, 'x');
    edit(site.items[0]);
    expect(await site.build('--jobs', '2')).toBe(0);
    expect(statSync(join(site.out, 'forms/many/8.txt')).ino).toBe(before);
    await site.expectAsFromScratch();
  }, 60_000);

  test('is left alone when the catalogue is wrong', async () => {
    const [path = ''] = site.items;
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^name: .*/m, 'name: [:'));
    const { code } = await run(['build', site.catalog, '--out', site.out], site.home);
    expect(code).toBe(1);
    writeFileSync(path, text);
  });

  test('says so when it is no folder', async () => {
    const file = join(site.home, 'file');
    writeFileSync(file, '');
    const { code, err } = await run(['build', site.catalog, '--out', file], site.home);
    expect([code, err]).toEqual([2, `mingbai: 不能读写“${file}”：不是文件夹\n`]);
  });
});
