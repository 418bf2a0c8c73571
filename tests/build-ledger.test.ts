import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { writePlan } from '../src/publish/move.ts';
import { Tree } from '../src/publish/tree.ts';
import { OutsideError } from '../src/world/inside.ts';
import { diskStore } from '../src/world/store.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { digestsOf, treeOf } from './tree.ts';

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

  /** The file in which builds into the folder are remembered. */
  get ledger(): string {
    const folder = join(this.catalog, '.mingbai/cache');
    const name = readdirSync(folder).find((each) => each.startsWith('build-'));
    return join(folder, name ?? '');
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

  test('is appended to while little changes, and written anew when much has', async () => {
    const { items } = site;
    let before = readFileSync(site.ledger);
    for (const path of [items[2], items[2], items[4]]) {
      edit(path);
      expect(await site.build()).toBe(0);
      const now = readFileSync(site.ledger);
      expect(now.length).toBeGreaterThan(before.length);
      expect(now.subarray(0, before.length).equals(before)).toBe(true);
      before = now;
    }
    for (const path of items) writeFileSync(path, `${readFileSync(path, 'utf8')}# 全部核对过\n`);
    writeFileSync(join(site.catalog, 'mingbai.yaml'), `${site.settings.trimEnd()}\n# 改过\n`);
    await site.build();
    expect(readFileSync(site.ledger).length).toBeLessThan(before.length);
    await site.expectAsFromScratch();
  });

  test('is not believed when it was damaged or is gone', async () => {
    const flip = (path: string, at: number) => {
      const bytes = readFileSync(path);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    };
    for (const harm of [
      (path: string) => appendFileSync(path, 'x'),
      (path: string) => flip(path, 100),
      (path: string) => flip(path, statSync(path).size - 100),
      (path: string) => rmSync(path),
    ]) {
      edit(site.items[1]);
      await site.build();
      harm(site.ledger);
      edit(site.items[3]);
      await site.build();
      await site.expectAsFromScratch();
    }
  });

  test('knows the files of the folder, so that damaged ones are made anew', async () => {
    const [page = ''] = [...treeOf(site.out).keys()].filter((path) => path.endsWith('.html'));
    appendFileSync(join(site.out, page), 'x');
    rmSync(join(site.out, 'index.html'));
    expect(await site.build()).toBe(0);
    await site.expectAsFromScratch();
  });
});

describe('a folder that no build is remembered of', () => {
  let site: Site;
  beforeEach(async () => {
    site = new Site();
    expect(await site.build('--no-cache')).toBe(0);
  });
  const rebuild = (...more: string[]) => {
    const argv = ['build', site.catalog, '--only', 'json', '--out', site.out, '--no-cache'];
    return run([...argv, ...more], site.home);
  };

  test('is ours while each file that its manifest lists is there as it was, and none besides', async () => {
    expect((await rebuild()).code).toBe(0);
    const [page = ''] = [...treeOf(site.out).keys()].filter((path) => path.endsWith('guide.json'));
    const text = readFileSync(join(site.out, page));
    for (const harm of [
      () => appendFileSync(join(site.out, page), 'x'),
      () => rmSync(join(site.out, page)),
    ]) {
      harm();
      const before = digestsOf(site.out);
      const { code, err } = await rebuild();
      expect([code, err]).toEqual([2, expect.stringContaining(page)]);
      expect(digestsOf(site.out)).toEqual(before);
      writeFileSync(join(site.out, page), text);
    }
    writeFileSync(join(site.out, 'thesis.docx'), 'x');
    expect(await rebuild()).toMatchObject({ code: 2, err: expect.stringContaining('thesis.docx') });
  });

  test('is not filled through a link', async () => {
    const outside = emptyFolder();
    const victim = join(outside, 'precious.txt');
    writeFileSync(victim, 'x');
    symlinkSync(outside, join(site.out, 'linked'));
    expect((await rebuild()).code).toBe(2);
    expect(readFileSync(victim, 'utf8')).toBe('x');
  });
});

test.each(['{}', '{"files":{}}', 'null', '[', '{"generator":"other","files":{}}'])(
  'a folder is not ours when its mingbai.json is %s',
  async (text) => {
    const site = new Site();
    mkdirSync(site.out);
    writeFileSync(join(site.out, 'mingbai.json'), text);
    const argv = ['build', site.catalog, '--only', 'json', '--out', site.out, '--no-cache'];
    expect((await run(argv, site.home)).code).toBe(2);
    expect(readFileSync(join(site.out, 'mingbai.json'), 'utf8')).toBe(text);
  },
);

describe('a move that was cut off', () => {
  const key = Buffer.from('key');
  const move = (moved: string[], dropped: string[] = []) => ({ moved, dropped });
  const leave = (vouched: Uint8Array, plan: { moved: string[]; dropped: string[] }) => {
    const out = join(emptyFolder(), 'public');
    const stage = `${out}.mingbai-new-4194399`;
    for (const folder of [out, join(stage, 'items')]) mkdirSync(folder, { recursive: true });
    writeFileSync(join(stage, 'items/a.html'), 'new');
    writeFileSync(join(out, 'old.html'), 'old');
    writePlan(stage, plan, vouched);
    return out;
  };

  test('is finished when its plan is ours', () => {
    const out = leave(key, move(['items/a.html'], ['old.html']));
    expect([...new Tree(out, key).existing.keys()]).toEqual(['items/a.html']);
    expect(readdirSync(dirname(out))).toEqual(['public']);
  });

  test('is swept away when a stranger wrote its plan', () => {
    const out = leave(Buffer.from('strange'), move(['items/a.html'], ['old.html']));
    expect([...new Tree(out, key).existing.keys()]).toEqual(['old.html']);
    expect(readdirSync(dirname(out))).toEqual(['public']);
  });

  test.each([['../evil'], ['/tmp/evil'], ['a\\evil'], ['a/\0'], ['linked/evil']])(
    'never leads out of the folder: %j',
    (path) => {
      const out = leave(key, move([], [path]));
      symlinkSync(emptyFolder(), join(out, 'linked'));
      expect(() => new Tree(out, key)).toThrow(OutsideError);
    },
  );
});

test('of the folders that were built into the last eight are remembered', () => {
  const home = emptyFolder();
  const store = diskStore(home);
  const folder = join(home, '.mingbai/cache');
  for (const [at, name] of ['build-a', 'build-b', 'build-c', 'check'].entries()) {
    store.write(name, [Buffer.from(name)]);
    utimesSync(join(folder, name), at, at);
  }
  store.keepNewest('build-', 2);
  expect(readdirSync(folder).sort()).toEqual(['build-b', 'build-c', 'check']);
});

test('nothing is kept through a link in the place of the folder', () => {
  for (const link of ['.mingbai', '.mingbai/cache', '.mingbai/cache/check']) {
    const [home, victim] = [emptyFolder(), emptyFolder()];
    mkdirSync(dirname(join(home, link)), { recursive: true });
    symlinkSync(victim, join(home, link));
    const store = diskStore(home);
    store.write('check', [Buffer.from('x')]);
    store.append('check', 0, [Buffer.from('x')]);
    store.keepNewest('', 0);
    expect(readdirSync(victim), link).toEqual([]);
    if (link !== '.mingbai/cache/check') expect(store.open('check')).toBeUndefined();
  }
});

describe('a tree of many files', () => {
  const site = new Site();
  const forms = join(site.catalog, 'forms/many');

  test('is looked at while the catalogue is checked, and comes out as from scratch', async () => {
    mkdirSync(forms, { recursive: true });
    const named: string[] = [];
    for (let at = 0; at < 60; at += 1) {
      writeFileSync(join(forms, `${at}.txt`), `表${at}\n`);
      named.push(`[${at}](forms/many/${at}.txt)`);
    }
    const bare = site.items.find((path) => !/^materials_note:/m.test(readFileSync(path, 'utf8')));
    appendFileSync(bare ?? '', `materials_note: 表格${named.join('、')}\n`);
    expect(await site.build()).toBe(0);
    const harmed = join(site.out, 'forms/many/7.txt');
    expect(existsSync(harmed)).toBe(true);
    const before = statSync(join(site.out, 'forms/many/8.txt')).ino;
    appendFileSync(harmed, 'x');
    edit(site.items[0]);
    expect(await site.build('--jobs', '2')).toBe(0);
    expect(statSync(join(site.out, 'forms/many/8.txt')).ino).toBe(before);
    await site.expectAsFromScratch();
  });

  test('is left alone when the catalogue is wrong', async () => {
    const [path = ''] = site.items;
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^name: .*/m, 'name: [:'));
    const before = digestsOf(site.out);
    const argv = ['build', site.catalog, '--only', 'html,json', '--out', site.out];
    expect((await run(argv, site.home)).code).toBe(1);
    expect(digestsOf(site.out)).toEqual(before);
    writeFileSync(path, text);
  });

  test('says so when it is no folder', async () => {
    const file = join(site.home, 'file');
    writeFileSync(file, '');
    const { code, err } = await run(['build', site.catalog, '--out', file], site.home);
    expect([code, err]).toEqual([2, `mingbai: 不能读写“${file}”：不是文件夹\n`]);
  });
});
