import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../bench/random.ts';
import { emptyFolder, ROOT } from '../program.ts';
import { treeOf } from '../tree.ts';
import { trialSeed } from '../trials.ts';

/** How many times a command is killed: 100 in all. */
const KILLS = { build: 40, check: 20, import: 20, merge: 20 } as const;
const BIN = join(ROOT, 'bin/mingbai.js');
const random = seededRandom(trialSeed(9));

type Tree = ReadonlyMap<string, Buffer>;

const isSame = (a: Tree, b: Tree): boolean =>
  a.size === b.size && [...a].every(([path, body]) => b.get(path)?.equals(body) === true);

/** A folder with a catalogue, in which commands run as processes of their own. */
class Ground {
  readonly home = emptyFolder();
  readonly catalog = join(this.home, 'catalog');

  constructor() {
    const filter = (path: string): boolean => !path.endsWith('.mingbai');
    cpSync(join(ROOT, 'tests/catalog'), this.catalog, { recursive: true, filter });
  }

  start(argv: readonly string[]): ChildProcess {
    // Nothing in between, or the kill reaches only that.
    return spawn(process.execPath, [BIN, ...argv], { cwd: this.home, stdio: 'ignore' });
  }

  /** Runs a command to its end; how long it took, in milliseconds. */
  async run(argv: readonly string[]): Promise<number> {
    const began = performance.now();
    const code = await ended(this.start(argv));
    expect([0, 1], argv.join(' ')).toContain(code);
    return performance.now() - began;
  }

  /** Kills a command at a moment of the time that it usually takes. */
  async kill(argv: readonly string[], usual: number): Promise<void> {
    const child = this.start(argv);
    const timer = setTimeout(() => child.kill('SIGKILL'), random.below(Math.ceil(usual)));
    await ended(child);
    clearTimeout(timer);
  }

  /** The files of a folder but for hidden ones; none where it is not there. */
  tree(folder: string): Tree {
    const full = join(this.home, folder);
    const all = existsSync(full) ? [...treeOf(full)] : [];
    return new Map(all.filter(([path]) => !path.startsWith('.')));
  }

  /** Changes a phone number of one department, by which many pages are other. */
  edit(round: number): void {
    const path = join(this.catalog, 'departments/water.yaml');
    const text = readFileSync(path, 'utf8').replace(/^website: .*\n/m, '');
    writeFileSync(path, `${text}website: https://water.example/${round}\n`);
  }

  remove(folder: string): void {
    rmSync(join(this.home, folder), { recursive: true, force: true });
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

/**
 * Fails unless every file of a folder is as it was or as it should be, and none that both trees have
 * is missing. A kill between two of the files that take their places leaves some old and some new;
 * the next run finishes what was begun.
 */
function expectWhole(found: Tree, before: Tree, after: Tree): void {
  for (const [path, body] of found) {
    const versions = [before.get(path), after.get(path)];
    expect(
      versions.some((each) => each?.equals(body) === true),
      path,
    ).toBe(true);
  }
  for (const path of before.keys()) if (after.has(path)) expect([...found.keys()]).toContain(path);
}

describe('a command that is killed destroys nothing, and the next run makes it good', () => {
  test('build', async () => {
    const ground = new Ground();
    const build = (out: string, ...more: string[]) =>
      ['build', 'catalog', '--only', 'html,notice', '--out', out, ...more] as const;
    const usual = await ground.run(build('public'));
    for (let round = 0; round < KILLS.build; round += 1) {
      const before = ground.tree('public');
      ground.edit(round);
      await ground.run(build('clean', '--no-cache'));
      const after = ground.tree('clean');
      await ground.kill(build('public'), usual * 1.2);
      expectWhole(ground.tree('public'), before, after);
      await ground.run(build('public'));
      expect(isSame(ground.tree('public'), after), `round ${round}`).toBe(true);
    }
  });

  test('two builds at once', async () => {
    const ground = new Ground();
    const build = ['build', 'catalog', '--only', 'html', '--out', 'public'];
    await ground.run([...build.slice(0, -1), 'clean']);
    for (let round = 0; round < 5; round += 1) {
      const both = [ground.start(build), ground.start(build)].map(ended);
      for (const code of await Promise.all(both)) expect([0, 2]).toContain(code);
      expect(isSame(ground.tree('public'), ground.tree('clean'))).toBe(true);
      ground.remove('public');
    }
  });

  test('check', async () => {
    const ground = new Ground();
    const told = async (...more: string[]): Promise<string> => {
      await ground.run(['check', 'catalog', '--format', 'json', '--write-baseline', ...more]);
      return readFileSync(join(ground.catalog, '.mingbai-baseline.json'), 'utf8');
    };
    const usual = await ground.run(['check', 'catalog']);
    for (let round = 0; round < KILLS.check; round += 1) {
      ground.edit(round);
      const path = join(ground.catalog, 'items/water/broken.yaml');
      writeFileSync(path, `id: broken\nname: 第${round}项\ntype: 行政许可\ndepartment: water\n`);
      await ground.kill(['check', 'catalog'], usual * 1.2);
      expect(await told()).toBe(await told('--no-cache'));
    }
  });

  test('import', async () => {
    const ground = new Ground();
    const rows = Array.from({ length: 300 }, (_, at) => `第${at}项,行政许可,水利局,20个工作日`);
    const list = ['事项名称,事项类型,实施主体,法定办结时限', ...rows].join('\n');
    writeFileSync(join(ground.home, 'list.csv'), list);
    const to = (folder: string) => ['import', 'list.csv', '--to', folder];
    const usual = await ground.run(to('clean'));
    for (let round = 0; round < KILLS.import; round += 1) {
      await ground.kill(to('new'), usual);
      for (const [path, body] of ground.tree('new')) {
        expect(ground.tree('clean').get(path)?.equals(body), path).toBe(true);
      }
      await ground.run([...to('new'), '--force']);
      expect(isSame(ground.tree('new'), ground.tree('clean'))).toBe(true);
      ground.remove('new');
    }
  });

  test('merge', async () => {
    const ground = new Ground();
    const parts = async (): Promise<void> => {
      for (const part of ['1', '2']) {
        const shard = ['--shard', `${part}/2`, '--out', `part-${part}`];
        await ground.run(['build', 'catalog', '--only', 'html', ...shard]);
      }
    };
    const merge = (out: string) => ['merge', 'part-1', 'part-2', '--out', out];
    await parts();
    const usual = await ground.run(merge('public'));
    for (let round = 0; round < KILLS.merge; round += 1) {
      const before = ground.tree('public');
      ground.edit(round);
      await parts();
      await ground.run(merge('clean'));
      const after = ground.tree('clean');
      await ground.kill(merge('public'), usual * 1.2);
      expectWhole(ground.tree('public'), before, after);
      await ground.run(merge('public'));
      expect(isSame(ground.tree('public'), after)).toBe(true);
    }
  });
}, 900_000);
