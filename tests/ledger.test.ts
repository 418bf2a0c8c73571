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
import type { Checked, LedgerPlace } from '../src/ledger/check-pass.ts';
import type { CheckRequest } from '../src/ledger/inputs.ts';
import { Log } from '../src/ledger/log.ts';
import { ALL_RULES } from '../src/lint/rules/index.ts';
import type { Files } from '../src/model/files.ts';
import { diskFiles } from '../src/world/disk.ts';
import { diskStore } from '../src/world/store.ts';
import { generateCatalog } from './bench/generate.ts';
import { seededRandom } from './bench/random.ts';
import { checkCatalog } from './check-catalog.ts';
import { memoryStore } from './memory-store.ts';
import { emptyFolder, run } from './program.ts';
import { rounds, trialSeed } from './trials.ts';

const REQUEST: CheckRequest = {
  rules: ALL_RULES,
  ruleIds: new Set(ALL_RULES.map(({ id }) => id)),
  today: '2026-11-02',
  program: 'test',
};

/** A ledger kept in memory. */
function kept(blobs = new Map<string, Uint8Array>(), key = 'key'): LedgerPlace {
  return { store: memoryStore(blobs, key), name: 'check' };
}

/** What a check says; with a ledger it keeps what it learnt. */
async function check(files: Files, request: CheckRequest, ledger?: LedgerPlace): Promise<Checked> {
  const { checked, keep } = checkCatalog(files, request, ledger);
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
    const store = kept(blobs);
    let additions = 0;
    await check(diskFiles(root), REQUEST, store);
    for (let round = 0; round < rounds(30, 300); round += 1) {
      const before = Buffer.from(blobs.get('check') ?? []);
      const done = edit();
      const request = { ...REQUEST, today: random.chance(0.02) ? '2027-11-02' : REQUEST.today };
      const cached = await check(diskFiles(root), request, store);
      expect(cached, done).toEqual(await check(diskFiles(root), request));
      const now = Buffer.from(blobs.get('check') ?? []);
      if (now.length > before.length && now.subarray(0, before.length).equals(before)) {
        additions += 1;
      }
      expect(await check(diskFiles(root), request, store), done).toEqual(cached);
    }
    // Mostly only what changed is written, until most of what was is out of date.
    expect(additions).toBeGreaterThan(rounds(8, 100));
    expect(additions).toBeLessThan(rounds(30, 300));
  }, 300_000);

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
    const store = kept();
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
    const store = kept(blobs);
    await check(diskFiles(root), REQUEST, store);
    touchOne('# 新的一行');
    const right = await check(diskFiles(root), REQUEST, store);
    const whole = new Map(blobs);
    const other = { ...REQUEST, today: '2026-11-10' };
    const rightThen = await check(diskFiles(root), other);
    expect([...whole.keys()]).toEqual(['check']);
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

  test('does not look at what another version of the program, or a stranger, remembers', async () => {
    const blobs = new Map<string, Uint8Array>();
    const right = await check(diskFiles(root), REQUEST, kept(blobs));
    const reads = async (request: CheckRequest, ledger: LedgerPlace): Promise<number> => {
      let count = 0;
      const files = diskFiles(root);
      const read = (path: string): Uint8Array => {
        count += 1;
        return files.read(path);
      };
      // Files are long enough there for their stamps to be told.
      const stamp = (path: string): string => path;
      const { checked } = checkCatalog({ ...files, read, stamp }, request, ledger);
      expect(checked).toEqual(right);
      return count;
    };
    const stamped = kept();
    const all = await reads(REQUEST, stamped);
    const { keep } = checkCatalog({ ...diskFiles(root), stamp: (path) => path }, REQUEST, stamped);
    keep();
    expect(await reads(REQUEST, stamped)).toBe(0);
    expect(await reads({ ...REQUEST, program: 'other' }, stamped)).toBe(all);
    const stolen = new Map<string, Uint8Array>();
    const { store } = stamped;
    const blob = store.open('check');
    stolen.set('check', blob?.read(0, blob.size) ?? new Uint8Array());
    expect(await reads(REQUEST, kept(stolen))).toBe(0);
    expect(await reads(REQUEST, kept(stolen, 'another key'))).toBe(all);
    expect(await reads(REQUEST, { ...kept(stolen), name: 'check-1-2' })).toBe(all);
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
    expect(diskStore(join(root, 'mingbai.yaml')).open('check')).toBeUndefined();
    diskStore(join(root, 'mingbai.yaml')).write('check', []);
  });
});

describe('a log', () => {
  type Rows = Readonly<Record<string, number>>;
  const name = 'log';
  const add = (blobs: Map<string, Uint8Array>, rows: Rows, gone: string[] = []): void => {
    const log = new Log<{ count: number }, number>(memoryStore(blobs), name);
    const about = { count: (log.about?.count ?? 0) + 1 };
    const blocks = { texts: [Buffer.from(Object.keys(rows).join())] };
    if (log.mayAppend(Object.keys(rows).length)) log.append({ about, rows, gone }, blocks);
    else log.write({ about, rows: { ...Object.fromEntries(log.rows), ...rows } }, blocks);
  };
  const rowsIn = (blobs: Map<string, Uint8Array>): Rows => {
    return Object.fromEntries(new Log<unknown, number>(memoryStore(blobs), name).rows);
  };

  test('has the last row of each name, and is written anew when most of it is out of date', () => {
    const blobs = new Map<string, Uint8Array>();
    const sizes: number[] = [];
    for (const rows of [{ a: 1, b: 2, c: 3 }, { a: 4 }, { b: 5 }, { c: 6 }, { a: 7 }]) {
      add(blobs, rows);
      sizes.push(blobs.get(name)?.length ?? 0);
    }
    expect(rowsIn(blobs)).toEqual({ a: 7, b: 5, c: 6 });
    const grows = sizes.slice(1).map((size, at) => size > (sizes[at] ?? 0));
    expect(grows).toEqual([true, true, true, false]);
    add(blobs, { b: 8 }, ['c']);
    expect(rowsIn(blobs)).toEqual({ a: 7, b: 8 });
  });

  test('reads blocks oldest first, and none when one was damaged', () => {
    const blobs = new Map<string, Uint8Array>();
    add(blobs, { a: 1, b: 2, c: 3 });
    add(blobs, { c: 4 });
    const open = () => new Log<unknown, number>(memoryStore(blobs), name);
    expect(open().blocks('texts')?.map(String)).toEqual(['a,b,c', 'c']);
    expect(open().reader('texts')?.bytes(0, 5).toString()).toBe('a,b,c');
    const bytes = Buffer.from(blobs.get(name) ?? []);
    bytes.write('x', 2);
    blobs.set(name, bytes);
    expect([open().rows.size, open().blocks('texts'), open().reader('texts')]).toEqual([
      3,
      undefined,
      undefined,
    ]);
  });

  test('is empty when its heads are other than they were written, or in another order', () => {
    const blobs = new Map<string, Uint8Array>();
    add(blobs, { a: 1, b: 2, c: 3 });
    const first = Buffer.from(blobs.get(name) ?? []);
    add(blobs, { c: 4 });
    const both = Buffer.from(blobs.get(name) ?? []);
    const second = both.subarray(first.length);
    const other = new Map<string, Uint8Array>();
    add(other, { a: 1, b: 2, c: 5 });
    const strange = Buffer.from(other.get(name) ?? []);
    const rows = (bytes: Uint8Array): Rows => rowsIn(new Map([[name, bytes]]));
    expect(rows(both)).toEqual({ a: 1, b: 2, c: 4 });
    expect(rows(first)).toEqual({ a: 1, b: 2, c: 3 });
    expect(strange.length).toBe(first.length);
    for (const bytes of [
      Buffer.concat([strange, second]),
      Buffer.concat([second, first]),
      second,
      both.subarray(1),
      both.subarray(0, -1),
      Buffer.concat([both, Buffer.from('\n')]),
    ]) {
      expect(rows(bytes)).toEqual({});
    }
  });
});
