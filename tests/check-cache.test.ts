import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Checked, type CheckRequest, checkCatalog } from '../src/check/check.ts';
import { ALL_RULES } from '../src/lint/rules/index.ts';
import type { Files } from '../src/model/files.ts';
import type { Store } from '../src/model/store.ts';
import { diskFiles } from '../src/world/disk.ts';
import { diskStore } from '../src/world/store.ts';
import { generateCatalog } from './bench/generate.ts';
import { seededRandom } from './bench/random.ts';
import { emptyFolder, run } from './program.ts';

const REQUEST: CheckRequest = {
  rules: ALL_RULES,
  ruleIds: new Set(ALL_RULES.map(({ id }) => id)),
  today: '2026-11-02',
  program: 'test',
};

/** Blobs kept in memory. */
function memoryStore(blobs = new Map<string, Uint8Array>()): Store {
  return {
    read: (name) => blobs.get(name),
    write: (name, chunks) => blobs.set(name, Buffer.concat(chunks)),
  };
}

/** What a check says; with a store it keeps what it learnt. */
async function check(files: Files, request: CheckRequest, store?: Store): Promise<Checked> {
  const { checked, keep } = await checkCatalog(files, request, { store });
  keep();
  return checked;
}

let root = '';
beforeAll(() => {
  root = join(emptyFolder(), 'catalog');
  generateCatalog(root, 12);
  for (const folder of ['laws', 'departments']) {
    for (const name of readdirSync(join(root, folder)).slice(4)) rmSync(join(root, folder, name));
  }
});

function yamlFiles(): string[] {
  return diskFiles(root)
    .list()
    .filter((path) => path.endsWith('.yaml'));
}

const random = seededRandom(8);
const PIECES = [
  '等',
  '：',
  ': ',
  '略',
  '0399-5559000',
  '\n',
  '  ',
  '是',
  '60个工作日',
  '３',
  '"',
  '-',
];

/** Changes something, as a clerk, an editor or an accident might. */
function edit(): string {
  const paths = yamlFiles();
  const path = random.pick(paths);
  const full = join(root, path);
  const text = readFileSync(full, 'utf8');
  const lines = text.split('\n');
  const at = random.below(lines.length);
  switch (random.below(8)) {
    case 0:
      if (!path.startsWith('items/') || paths.length < 20) return 'nothing';
      rmSync(full);
      return `delete ${path}`;
    case 1: {
      const other = join(dirname(full), `copy-${random.below(1000)}.yaml`);
      writeFileSync(other, text);
      return `copy ${path}`;
    }
    case 2:
      if (!path.startsWith('items/')) return 'nothing';
      renameSync(full, join(dirname(full), `renamed-${random.below(1000)}.yaml`));
      return `rename ${path}`;
    case 3:
      lines.splice(at, 1);
      break;
    case 4:
      lines.splice(
        at,
        0,
        random.pick(readFileSync(join(root, random.pick(paths)), 'utf8').split('\n')),
      );
      break;
    default: {
      const line = lines[at] ?? '';
      const from = random.below(line.length + 1);
      lines[at] = line.slice(0, from) + random.pick(PIECES) + line.slice(from + random.below(3));
    }
  }
  writeFileSync(full, lines.join('\n'));
  return `change ${path} line ${at + 1}`;
}

describe('a check that remembers', () => {
  test('says after hundreds of edits what a check without memory says', async () => {
    const store = memoryStore();
    await check(diskFiles(root), REQUEST, store);
    for (let round = 0; round < 200; round += 1) {
      const done = edit();
      const request = { ...REQUEST, today: random.chance(0.02) ? '2027-11-02' : REQUEST.today };
      const cached = await check(diskFiles(root), request, store);
      expect(cached, done).toEqual(await check(diskFiles(root), request));
      expect(await check(diskFiles(root), request, store), done).toEqual(cached);
    }
  });

  test('trusts a stamp that is the same, and reads where there is none', async () => {
    const text = Buffer.from('title: 目录\n');
    let reads = 0;
    const files = (stamp: string | undefined) => ({
      list: () => ['mingbai.yaml'],
      read: () => {
        reads += 1;
        return text;
      },
      escapes: () => new Set<string>(),
      stamp: () => stamp,
    });
    const store = memoryStore();
    const counts: number[] = [];
    for (const stamp of ['1', '1', undefined, '2', '2']) {
      reads = 0;
      await check(files(stamp), REQUEST, store);
      counts.push(reads);
    }
    expect(counts).toEqual([1, 0, 1, 1, 0]);
  });

  test('rebuilds a memory that is damaged and never believes it', async () => {
    const blobs = new Map<string, Uint8Array>();
    const store = memoryStore(blobs);
    const right = await check(diskFiles(root), REQUEST, store);
    for (const [name, bytes] of [...blobs]) {
      for (let round = 0; round < 4; round += 1) {
        const broken = Uint8Array.from(bytes);
        broken[random.below(broken.length)]! ^= 1 + random.below(255);
        blobs.set(name, random.chance(0.3) ? broken.subarray(0, random.below(99)) : broken);
        const other = { ...REQUEST, today: `2026-11-${10 + round}` };
        expect(await check(diskFiles(root), REQUEST, store)).toEqual(right);
        expect(await check(diskFiles(root), other, store)).toEqual(
          await check(diskFiles(root), other),
        );
        await check(diskFiles(root), REQUEST, store);
      }
    }
  });

  test('lies in a folder that git and the catalogue pass over, and can be done without', async () => {
    rmSync(join(root, '.mingbai'), { recursive: true, force: true });
    await run(['check', root, '--no-cache'], root);
    expect(readdirSync(root)).not.toContain('.mingbai');
    const first = await run(['check', root, '--format', 'json'], root);
    expect(readFileSync(join(root, '.mingbai/.gitignore'), 'utf8')).toBe('*\n');
    expect(await run(['check', root, '--format', 'json'], root)).toEqual(first);
    expect(await run(['check', root, '--format', 'json', '--no-cache'], root)).toEqual(first);
    expect(
      diskFiles(root)
        .list()
        .filter((path) => path.includes('.mingbai')),
    ).toEqual([]);
    expect(diskStore(join(root, 'mingbai.yaml')).read('check.json')).toBeUndefined();
    diskStore(join(root, 'mingbai.yaml')).write('check.json', []);
  });
});
