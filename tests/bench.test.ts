import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { generateCatalog } from './bench/generate.ts';
import { GOALS } from './bench/goals.ts';
import { writeSection } from './bench/markdown.ts';
import { measureRounds, median, type Row } from './bench/measure.ts';
import { lineOf } from './bench/plan-costs.ts';
import { readProfiles } from './bench/profile-reader.ts';
import { seededRandom } from './bench/random.ts';
import { Results, ratioOf, sectionOf } from './bench/results.ts';
import { emptyFolder, run } from './program.ts';

const COUNT = 80;

function textOf(root: string): string {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => path.slice(root.length) + readFileSync(path, 'utf8'))
    .join('\n');
}

const row = (what: string, wall: readonly number[], cpu = wall): Row => {
  return { what, wall, cpu, memory: wall.map((seconds) => seconds * 100) };
};

describe('generated catalogues', () => {
  test('are the same for the same seed', () => {
    const [a, b, c] = [
      join(emptyFolder(), 'a'),
      join(emptyFolder(), 'b'),
      join(emptyFolder(), 'c'),
    ];
    const first = generateCatalog(a, 40);
    expect(generateCatalog(b, 40)).toEqual(first);
    generateCatalog(c, 40, { seed: 2 });
    expect(textOf(b)).toBe(textOf(a));
    expect(textOf(c)).not.toBe(textOf(a));
  });

  test('are sound when asked, and as faulty as real ones when not', async () => {
    const [sound, real] = [join(emptyFolder(), 'sound'), join(emptyFolder(), 'real')];
    expect(generateCatalog(sound, COUNT, { faults: 'none' }).faults).toBe(0);
    const { faults } = generateCatalog(real, COUNT);
    expect(faults / COUNT).toBeGreaterThan(0.75);
    expect(faults / COUNT).toBeLessThan(0.95);
    const clean = await run(['check', sound, '--max-warnings', '0', '--no-cache'], sound);
    expect(clean.code, clean.out).toBe(0);
    const { code, out } = await run(['check', real, '--format', 'json', '--no-cache'], real);
    expect(code).toBe(1);
    expect(JSON.parse(out).summary.errors / COUNT).toBeGreaterThan(2);
  });

  test('have 47 departments and a hall a county', () => {
    const root = join(emptyFolder(), 'province');
    expect(generateCatalog(root, 1266 * 2 + 1, { faults: 'none' }).departments).toBe(47 * 3);
    expect(readdirSync(join(root, 'halls'))).toHaveLength(3);
  });
});

test('quantiles are met', () => {
  const random = seededRandom(1);
  const drawn = Array.from({ length: 4000 }, () =>
    random.spread([
      [0, 1],
      [0.5, 6],
      [1, 74],
    ]),
  );
  expect(median(drawn)).toBeGreaterThanOrEqual(5);
  expect(median(drawn)).toBeLessThanOrEqual(7);
  expect(Math.max(...drawn)).toBeGreaterThan(60);
  expect(Math.min(...drawn)).toBe(1);
});

describe('measuring', () => {
  test.skipIf(!existsSync('/usr/bin/time'))(
    'counts CPU, files and bytes, and tells why something was not measured',
    () => {
      const out = join(emptyFolder(), 'out');
      const script = `const { mkdirSync, writeFileSync } = require('node:fs');
      mkdirSync(${JSON.stringify(out)}, { recursive: true });
      writeFileSync(${JSON.stringify(join(out, 'a'))}, 'x'.repeat(1000));
      for (const end = Date.now() + 300; Date.now() < end; );`;
      const commands = [
        { name: 'busy', argv: [process.execPath, '-e', script], tree: out },
        { name: 'fails', argv: [process.execPath, '-e', 'throw new Error("no such thing")'] },
      ];
      const [busy, fails] = measureRounds(commands, 1);
      expect(busy).toMatchObject({ files: 1, bytes: 1000 });
      expect(busy!.wall[0]).toBeGreaterThan(0.3);
      expect(busy!.cpu[0]).toBeGreaterThan(0.1);
      expect(busy!.memory[0]).toBeGreaterThan(20);
      expect(fails!.missing).toContain('no such thing');
    },
  );

  test('compares round by round', () => {
    expect(ratioOf(row('a', [2, 9, 4]), row('b', [1, 3, 2]), 'wall')).toBe(2);
    expect(ratioOf(row('a', [2]), row('b', [1, 2, 4]), 'wall')).toBe(1);
    expect(median([3, 1])).toBe(2);
    expect(median([])).toBe(undefined);
  });
});

describe('goals', () => {
  const results = new Results([]);
  const add = (part: string, size: number, rows: readonly Row[]): void =>
    results.add(sectionOf({ part, size, runs: 1, took: 1 }, { rows }));
  add('check', 1266, [
    row('check, cold', [2]),
    row('sourcemeta jsonschema (C++)', [1]),
    row('ajv-cli', [10]),
    row('textlint', [14]),
  ]);
  add('check', 10_000, [row('check, cold', [9])]);
  const measured = (start: string) =>
    GOALS.find(({ what }) => what.startsWith(start))?.value(results);

  test('are read at the largest size that has all that they need', () => {
    expect(measured('`check`, cold, to the schema')).toEqual({ value: 2, size: 1266 });
    expect(measured('ajv-cli and textlint together')).toEqual({ value: 12, size: 1266 });
    expect(measured('memory at 10,000')).toEqual({ value: 900, size: 10_000 });
  });

  test('are not read from what was not measured', () => {
    expect(measured('Hugo')).toBe(undefined);
    expect(measured('`check`, cold: an item at 100,000')).toBe(undefined);
  });
});

test('a plan multiplies and divides as its page says', () => {
  const peaks = new Map([
    [10_000, 250],
    [100_000, 700],
  ]);
  const cost = { work: 'html' as const, size: 10, cpu: 0.0036, bytes: 2000, files: 1.5, peaks };
  const line = lineOf(cost, { items: 1_000_000, nodes: 2, cores: 5 });
  expect(line.hours).toBeCloseTo(1);
  expect(line.minutes).toBeCloseTo(7.5);
  expect(line.bytes).toBe(2e9);
  expect(line.inodes).toBe(2_500_000);
  expect(line.memory).toBe(250);
  // The one that merges holds something of every item.
  const merge = lineOf({ ...cost, work: 'merge' }, { items: 1_000_000, nodes: 2, cores: 5 });
  expect(merge.memory).toBeCloseTo(5200);
  expect(merge.minutes).toBeCloseTo(60);
});

test('a section of a page is replaced and nothing else', () => {
  const path = join(emptyFolder(), 'page.md');
  writeFileSync(path, 'a\n<!-- x -->\nold\n<!-- /x -->\nb\n');
  writeSection(pathToFileURL(path), 'x', 'new');
  expect(readFileSync(path, 'utf8')).toBe('a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb\n');
  expect(() => writeSection(pathToFileURL(path), 'y', 'new')).toThrow('<!-- y -->');
});

test('a profile is summed by the part of the program that functions stand in, without waiting', () => {
  const folder = emptyFolder();
  const chunk = join(emptyFolder(), 'chunk.js');
  const modules = ['// src/lint/wording/scan.ts', '{}', '// src/text/lines.ts', '{}'];
  writeFileSync(chunk, modules.join('\n'));
  const frame = (functionName: string, url: string, lineNumber = 1) => {
    return { functionName, url, lineNumber };
  };
  const frames = [
    frame('scanWording', pathToFileURL(chunk).href),
    frame('openSync', ''),
    frame('(idle)', ''),
    frame('parse', 'file:///x/node_modules/yaml/dist/index.js'),
    frame('small', pathToFileURL(chunk).href, 3),
  ];
  const nodes = frames.map((callFrame, id) => ({ id, callFrame }));
  const samples = [0, 1, 2, 3, 0, 4];
  const timeDeltas = [3e6, 1e6, 9e6, 2e6, 1e6, 1e4];
  for (const name of ['main', 'thread']) {
    const text = JSON.stringify({ nodes, samples, timeDeltas });
    writeFileSync(join(folder, `${name}.cpuprofile`), text);
  }
  const { total, parts } = readProfiles(folder);
  expect(total).toBeCloseTo(14.02);
  expect(parts.map(({ name, seconds }) => [name, seconds])).toEqual([
    ['lint/wording', 8],
    ['yaml', 4],
    ['system', 2],
    ['', expect.closeTo(0.02)],
  ]);
});
