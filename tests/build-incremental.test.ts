import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Random, seededRandom } from './bench/random.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { treeOf } from './tree.ts';
import { rounds, trialSeed } from './trials.ts';

/** A catalogue with a theme, which edits change at random. */
class Playground {
  readonly catalog = join(emptyFolder(), 'catalog');
  readonly theme = join(emptyFolder(), 'theme');
  readonly #random: Random;
  #number = 0;

  constructor(random: Random) {
    this.#random = random;
    cpSync(join(ROOT, 'tests/catalog'), this.catalog, { recursive: true });
    rmSync(join(this.catalog, '.mingbai'), { recursive: true, force: true });
    cpSync(join(ROOT, 'tests/theme'), this.theme, { recursive: true });
  }

  files(folder: string, ending = '.yaml'): string[] {
    const entries = readdirSync(join(this.catalog, folder), { recursive: true, encoding: 'utf8' });
    return entries
      .filter((path) => path.endsWith(ending))
      .map((path) => join(folder, path))
      .sort();
  }

  /** Replaces something in a file; leaves the file alone when it is not there. */
  replace(path: string, pattern: RegExp, by: (number: number) => string): void {
    const full = join(this.catalog, path);
    if (!existsSync(full)) return;
    this.#number += 1;
    writeFileSync(
      full,
      readFileSync(full, 'utf8').replace(pattern, () => by(this.#number)),
    );
  }

  item(): string {
    return this.#random.pick(this.files('items'));
  }

  /** One edit, as people make them; gives its name. */
  edit(): string {
    const names = Object.keys(EDITS);
    const name = this.#random.pick(names);
    EDITS[name]?.(this, this.#random);
    return name;
  }
}

const EDITS: Record<string, (ground: Playground, random: Random) => void> = {
  'a new name': (ground) =>
    ground.replace(ground.item(), /^name: .*/m, (n) => `name: 取水许可之${n}`),
  'a new limit': (ground) =>
    ground.replace(ground.item(), /committed: .*/, (n) => `committed: ${(n % 9) + 1}个工作日`),
  'a comment': (ground) => appendFileSync(join(ground.catalog, ground.item()), '# 核对过\n'),
  'only another time': (ground) => ground.replace(ground.item(), /^/, () => ''),
  'another theme': (ground) =>
    ground.replace(ground.item(), /^type:/m, (n) => `themes: { person: [主题${n % 3}] }\ntype:`),
  'a copy': (ground) => {
    const from = ground.item();
    if (ground.files('items').length > 6) return;
    const id = `${basename(from, '.yaml')}-x`;
    const to = join(dirname(from), `${id}.yaml`);
    cpSync(join(ground.catalog, from), join(ground.catalog, to));
    ground.replace(to, /^id: .*/m, () => `id: ${id}`);
    ground.replace(to, /^type:/m, () => `related: [${basename(from, '.yaml')}]\ntype:`);
  },
  'an item less': (ground) => {
    if (ground.files('items').length > 2) rmSync(join(ground.catalog, ground.item()));
  },
  'an item of another department': (ground, random) => {
    const from = ground.item();
    const folder = random.pick(['water', 'police', 'forest']);
    const to = join('items', folder, basename(from));
    mkdirSync(join(ground.catalog, 'items', folder), { recursive: true });
    if (existsSync(join(ground.catalog, to))) return;
    renameSync(join(ground.catalog, from), join(ground.catalog, to));
    ground.replace(to, /^department: .*/m, () => `department: ${folder}`);
  },
  'a broken item': (ground) => ground.replace(ground.item(), /^name:/m, () => 'name: [:'),
  'a mended item': (ground) => {
    for (const path of ground.files('items')) ground.replace(path, /^name: \[:/m, () => 'name:');
  },
  'a department’s phone': (ground) =>
    ground.replace('departments/water.yaml', /^phone: .*/m, (n) => `phone: 0500-12345${n % 90}`),
  'a department’s name': (ground) =>
    ground.replace('departments/police.yaml', /^name: .*/m, (n) => `name: 公安局${n}`),
  'a hall’s hours': (ground) =>
    ground.replace(
      'halls/county-hall.yaml',
      /^hours: .*/m,
      (n) => `hours: 工作日9:00-1${n % 8}:00`,
    ),
  'the title': (ground) => ground.replace('mingbai.yaml', /^title: .*/m, (n) => `title: 目录${n}`),
  'the margins': (ground, random) =>
    ground.replace('mingbai.yaml', /(paper: \{ margins: .* \}\n)?$/, () =>
      random.chance(0.5) ? 'paper: { margins: 公文 }\n' : '',
    ),
  'a form': (ground) => appendFileSync(join(ground.catalog, 'forms/bundle/blank.txt'), '再一行\n'),
  'a form more or less': (ground) => {
    const path = join(ground.catalog, 'forms/more.txt');
    if (existsSync(path)) rmSync(path);
    else writeFileSync(path, '表\n');
  },
  'a template': (ground) => appendFileSync(join(ground.theme, 'html/doors.hbs'), '<!-- 行 -->\n'),
  'a style': (ground) => appendFileSync(join(ground.theme, 'style.css'), '/* 一行 */\n'),
};

/** Damages the published folder behind the program's back. */
function damage(out: string, random: Random): void {
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(html|json|pdf)$/.test(path) && path !== 'mingbai.json',
  );
  const path = join(out, random.pick(paths.sort()));
  if (random.chance(0.5)) rmSync(path);
  else appendFileSync(path, 'x');
}

async function compareAlong(steps: number, only: string, random: Random): Promise<number> {
  const ground = new Playground(random);
  const out = join(emptyFolder(), 'public');
  const argv = ['build', ground.catalog, '--theme', ground.theme, '--only', only, '--force'];
  let edits = 0;
  for (let step = 0; step < steps; step += 1) {
    const done: string[] = [];
    for (let count = random.below(6); count > 0; count -= 1) done.push(ground.edit());
    edits += done.length;
    if (step > 0 && random.chance(0.1)) damage(out, random);
    const clean = join(emptyFolder(), 'public');
    const first = await run([...argv, '--out', out], ground.catalog);
    const second = await run([...argv, '--out', clean, '--no-cache'], ground.catalog);
    expect(first.code, first.err).toBe(0);
    expect(first.err.replace(out, ''), done.join()).toBe(second.err.replace(clean, ''));
    const [kept, fresh] = [treeOf(out), treeOf(clean)];
    expect([...kept.keys()], done.join()).toEqual([...fresh.keys()]);
    for (const [path, body] of fresh) {
      expect(kept.get(path)?.equals(body), `${path} after ${done.join()}`).toBe(true);
    }
    rmSync(dirname(clean), { recursive: true });
  }
  return edits;
}

describe('a build that keeps what it can gives what one from scratch gives', () => {
  test('after hundreds of edits', async () => {
    const edits = await compareAlong(rounds(9, 90), 'html,json', seededRandom(trialSeed(8)));
    expect(edits).toBeGreaterThan(rounds(16, 200));
  }, 300_000);

  test('also on paper', async () => {
    const only = 'html,pdf,notice,json,label,handbook';
    await compareAlong(rounds(2, 12), only, seededRandom(trialSeed(5)));
  }, 300_000);
});
