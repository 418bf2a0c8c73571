import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seededRandom } from './bench/random.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { drawArgv } from './soak/argv.ts';
import { runBounded } from './soak/bounded.ts';
import { commandShapes } from './soak/command-shapes.ts';
import { faultsOf } from './soak/faults.ts';
import { keepRound } from './soak/keep.ts';
import { soakOptions } from './soak/options.ts';
import { runRound } from './soak/round.ts';
import { trialFiles } from './soak/trials.ts';
import { NOT_UTF8 } from './soak/words.ts';

const SHAPES = commandShapes();

describe('what is drawn', () => {
  test('is every command with every option that its help shows', async () => {
    const { out: list } = await run(['--help'], ROOT);
    for (const { name, options } of SHAPES) {
      expect(list).toMatch(new RegExp(`^ {2}${name} `, 'm'));
      const { out } = await run([name, '--help'], ROOT);
      const shown = [...out.matchAll(/^ {2}(?:-h, )?(--[a-z-]+)/gm)].map(([, flag]) => flag);
      expect(options.map(({ flag }) => flag).sort(), name).toEqual(shown.sort());
    }
    expect(list.split('\n').filter((line) => /^ {2}[a-z]+ /.test(line)).length).toBe(
      SHAPES.length + 1,
    );
  });

  test('reaches every option in a few hundred lines, with and without a value', () => {
    const random = seededRandom(1);
    for (const shape of SHAPES) {
      const words = new Set(
        Array.from({ length: 400 }, () => drawArgv(shape, random)).flatMap((argv) =>
          argv.map((word) => word.replace(/(?<=^--[a-z-]+)=.*$/s, '')),
        ),
      );
      for (const { flag } of shape.options) expect([...words], shape.name).toContain(flag);
    }
  });

  test('is the same with the same seed', () => {
    const draw = (seed: number) => SHAPES.map((shape) => drawArgv(shape, seededRandom(seed)));
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
  });
});

describe('a run is at fault', () => {
  test.each([
    ['process.exitCode = 3', ['exit 3']],
    ['process.kill(process.pid, "SIGSEGV")', ['was killed']],
    ['console.error(new TypeError("x").stack)', ['a stack']],
    ['console.log(String({}))', ['says [object Object]']],
    ['console.log("OUTSIDE-7f3a9c")', ['quotes a file outside']],
    ['process.exitCode = 2', []],
  ])('%s', async (script, faults) => {
    const path = join(emptyFolder(), 'program.mjs');
    writeFileSync(path, script);
    expect(faultsOf(await runBounded(path, [], ROOT, Buffer.of()))).toEqual(faults);
  });

  test('whose memory and work are measured', async () => {
    const path = join(emptyFolder(), 'program.mjs');
    writeFileSync(path, 'globalThis.held = Buffer.alloc(3e8, 1)');
    const outcome = await runBounded(path, [], ROOT, Buffer.of());
    expect(outcome.megabytes).toBeGreaterThan(280);
    expect(outcome.cpuSeconds).toBeGreaterThan(0.01);
    expect(faultsOf({ ...outcome, megabytes: 1537 })).toEqual(['1537 MB']);
  });

  test('when it works or waits too long', () => {
    const fine = { code: 0, out: '', err: '', megabytes: 1, cpuSeconds: 1, wallSeconds: 1 };
    expect(faultsOf(fine)).toEqual([]);
    expect(faultsOf({ ...fine, cpuSeconds: 20.1 })).toEqual(['20.1 s of work']);
    expect(faultsOf({ ...fine, wallSeconds: 60.1, code: null })).toEqual(['was killed', '60.1 s']);
  });

  test('is given its words as they are, also those that are not UTF-8', async () => {
    const path = join(emptyFolder(), 'program.mjs');
    writeFileSync(path, 'console.log(JSON.stringify(process.argv.slice(2)))');
    const argv = ['a b', "'", '"$x\\n', '\n', '', '字', '%s', NOT_UTF8];
    const { out } = await runBounded(path, argv, ROOT, Buffer.of());
    expect(JSON.parse(out)).toEqual([...argv.slice(0, -1), '\ufffd']);
  });
});

describe('a round', () => {
  const PROGRAM = join(ROOT, 'bin/mingbai.js');

  test('that goes wrong is kept with its files and steps', async () => {
    const program = join(emptyFolder(), 'program.mjs');
    writeFileSync(program, 'throw new Error("oh")');
    const round = await runRound(program, SHAPES, 4, join(emptyFolder(), 'ground'));
    expect(round.failures.length).toBe(round.runs);
    const kept = await keepRound(emptyFolder(), 4, round);
    const { seed, failures } = JSON.parse(readFileSync(join(kept, 'round.json'), 'utf8'));
    expect([seed, failures[0].faults]).toEqual([4, ['a stack']]);
  });

  test.each([1, 2, 3, 4])('with seed %i does no harm', async (seed) => {
    const folder = emptyFolder();
    mkdirSync(folder, { recursive: true });
    const { failures, runs } = await runRound(PROGRAM, SHAPES, seed, folder);
    expect(failures).toEqual([]);
    expect(runs).toBeGreaterThan(0);
  });
});

test('options of a soak', () => {
  const given = soakOptions(['--minutes', '4', '--seed', '7', '--no-trials'], () => 1);
  expect(given).toMatchObject({ minutes: 4, seed: 7, trials: false });
  expect(soakOptions([], () => 1)).toMatchObject({ minutes: 10, seed: 1, trials: true });
  expect(() => soakOptions(['--minutes', 'x'], () => 1)).toThrow('no number');
  expect(() => soakOptions(['--minute', '1'], () => 1)).toThrow();
});

test('long trials are found by what test files import', () => {
  expect(trialFiles()).toContain('tests/quick-value.test.ts');
});
