import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Checked, type CheckRequest, checkCatalog } from '../src/check/check.ts';
import { ALL_RULES } from '../src/lint/rules/index.ts';
import type { Files } from '../src/model/files.ts';
import type { Store } from '../src/model/store.ts';
import { markOf } from '../src/text/mark.ts';
import { diskFiles } from '../src/world/disk.ts';
import { diskStore } from '../src/world/store.ts';
import { generateCatalog } from './bench/generate.ts';
import { seededRandom } from './bench/random.ts';
import { emptyFolder, run } from './program.ts';
import { rounds, trialSeed } from './trials.ts';

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
    open: () => undefined,
    write: (name, chunks) => blobs.set(name, Buffer.concat([...chunks])),
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

const random = seededRandom(trialSeed(8));
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

/** Whole texts of files as they were before some edits. */
const OLD: [path: string, text: string][] = [];
const DEPARTMENTS = ['water', 'market', 'housing'];
const SETTINGS = [
  'title: 目录\n',
  'title: 目录\nrules: { prose-phone: off, notice-elements: warning }\n',
  'title: 目录\nwording: { profile: strict, allow_terms: [{ text: 等材料, reason: 条例原文 }] }\n',
  'title: 目录\nprofiles: [seed, henan]\nretired_phones: ["0399-5559000"]\nreview_period: 6个月\n',
  'title: [坏\n',
];

/** Changes something, as a clerk, an editor or an accident might. */
function edit(): string {
  const paths = yamlFiles();
  const path = random.pick(paths);
  const full = join(root, path);
  const text = readFileSync(full, 'utf8');
  const lines = text.split('\n');
  const at = random.below(lines.length);
  switch (random.below(12)) {
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
    case 5: {
      const form = join(root, `forms/form-${random.below(4)}.docx`);
      mkdirSync(dirname(form), { recursive: true });
      if (existsSync(form)) rmSync(form);
      else writeFileSync(form, 'x');
      return `form ${form}`;
    }
    case 6: {
      const [before, old] = random.pick(OLD);
      if (!existsSync(dirname(join(root, before)))) return 'nothing';
      writeFileSync(join(root, before), old);
      return `restore ${before}`;
    }
    case 7: {
      const folder = random.pick(DEPARTMENTS);
      const moved = join(root, 'items', folder, `moved-${random.below(9)}.yaml`);
      if (!path.startsWith('items/')) return 'nothing';
      mkdirSync(dirname(moved), { recursive: true });
      renameSync(full, moved);
      return `move ${path} to ${folder}`;
    }
    case 8:
      writeFileSync(join(root, 'mingbai.yaml'), random.pick(SETTINGS));
      return 'settings';
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
  OLD.push([path, text]);
  writeFileSync(full, lines.join('\n'));
  return `change ${path} line ${at + 1}`;
}

/** Writes an item anew, with no other words than some more, so that the check has to look at it. */
function touchOne(more = ''): void {
  const path = join(root, random.pick(yamlFiles().filter((each) => each.startsWith('items/'))));
  writeFileSync(path, `${readFileSync(path, 'utf8')}${more}`);
}

/** What may happen to a file on a disk. */
const DAMAGES: readonly ((bytes: Uint8Array) => Uint8Array)[] = [
  (bytes) => bytes.subarray(0, bytes.length - 1),
  (bytes) => bytes.subarray(0, random.below(99)),
  () => new Uint8Array(0),
  () => Buffer.from('{"findings":[]}'),
  (bytes) => Buffer.concat([bytes, Buffer.from('\n')]),
  flipped,
  flipped,
  flipped,
];

function flipped(bytes: Uint8Array): Uint8Array {
  const broken = Uint8Array.from(bytes);
  const at = random.below(broken.length);
  broken[at] = (broken[at] ?? 0) ^ (1 << random.below(8));
  return broken;
}

describe('a check that remembers', () => {
  test('says after hundreds of edits what a check without memory says', async () => {
    const blobs = new Map<string, Uint8Array>();
    const store = memoryStore(blobs);
    let additions = 0;
    await check(diskFiles(root), REQUEST, store);
    for (let round = 0; round < rounds(100, 300); round += 1) {
      const before = new Map(blobs);
      const done = edit();
      const request = { ...REQUEST, today: random.chance(0.02) ? '2027-11-02' : REQUEST.today };
      const cached = await check(diskFiles(root), request, store);
      expect(cached, done).toEqual(await check(diskFiles(root), request));
      const isOther = (name: string): boolean => blobs.get(name) !== before.get(name);
      if (isOther('check-later.json') && !isOther('check.json')) additions += 1;
      expect(await check(diskFiles(root), request, store), done).toEqual(cached);
    }
    // Often only what changed is written; more than half of the edits change too much for that.
    expect(additions).toBeGreaterThan(rounds(20, 60));
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
    await check(diskFiles(root), REQUEST, store);
    touchOne('# 新的一行');
    const right = await check(diskFiles(root), REQUEST, store);
    const whole = new Map(blobs);
    const other = { ...REQUEST, today: '2026-11-10' };
    const rightThen = await check(diskFiles(root), other);
    expect([...whole.keys()].sort()).toEqual([
      'check-facts.bin',
      'check-findings.bin',
      'check-later.json',
      'check.json',
    ]);
    for (const [name, bytes] of whole) {
      for (const damage of DAMAGES) {
        for (const [each, kept] of whole) blobs.set(each, kept);
        blobs.set(name, damage(bytes));
        expect(await check(diskFiles(root), REQUEST, store)).toEqual(right);
        blobs.set(name, damage(bytes));
        touchOne();
        expect(await check(diskFiles(root), REQUEST, store)).toEqual(right);
        blobs.set(name, damage(bytes));
        expect(await check(diskFiles(root), other, store)).toEqual(rightThen);
      }
    }
  });

  test('does not look at what another version of the program remembers', async () => {
    const blobs = new Map<string, Uint8Array>();
    const right = await check(diskFiles(root), REQUEST, memoryStore(blobs));
    const text = Buffer.from(blobs.get('check.json') ?? []).toString();
    const index = JSON.parse(text.slice(text.indexOf('\n')));
    expect(index.program).toMatch(/^[\w-]{27}$/);
    for (const changed of [{ ...index, program: 'x', notes: 7, paths: null }, null, [], 'x']) {
      const body = JSON.stringify(changed);
      blobs.set('check.json', Buffer.from(`${markOf(body)}\n${body}`));
      expect(await check(diskFiles(root), REQUEST, memoryStore(blobs))).toEqual(right);
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
