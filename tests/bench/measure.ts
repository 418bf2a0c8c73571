import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { countTree } from './tree-size.ts';

const TIME = '/usr/bin/time';
/** A command that takes longer than this is stopped and not measured, in milliseconds. */
const LONGEST = 2 * 60 * 60 * 1000;

/** Folders of this machine, which nobody else has. */
const FOLDERS = /(file:\/\/)?\/[\w./-]+\//g;

/** A command, with what has to be done before each of its runs (not measured). */
export interface Command {
  readonly name: string;
  readonly argv: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  before?(): void;
  /** What has to be done after each of its runs (not measured). */
  after?(): void;
  /** The folder it writes: files and bytes are counted after the last run. */
  readonly tree?: string;
  /** Exit codes that mean that the work was done; 0 when absent. */
  readonly accept?: readonly number[];
  /** Stops it after so many milliseconds. */
  readonly limit?: number;
}

/** What a command took, one number a run; or why there are none. */
export interface Row {
  readonly what: string;
  /** Seconds on the clock. */
  readonly wall: readonly number[];
  /** Seconds of all cores, user and system, threads and child processes included. */
  readonly cpu: readonly number[];
  /** Peak memory in MB (of the largest process). */
  readonly memory: readonly number[];
  /** Files and bytes of the tree that it wrote. */
  readonly files?: number;
  readonly bytes?: number;
  /** Why it was not measured. */
  readonly missing?: string;
}

/** A command that could not be measured. */
export function missingRow(what: string, missing: string): Row {
  return { what, wall: [], cpu: [], memory: [], missing };
}

/**
 * Runs every command of a list so often, in rounds: first each of them once, then each again, so
 * that what else the machine does falls on all of them. One that fails is not run again.
 */
export function measureRounds(commands: readonly Command[], runs: number): Row[] {
  if (!existsSync(TIME)) throw new Error(`${TIME} is not there: install the package time`);
  const ones = commands.map((): One[] => []);
  const failed = new Map<Command, string>();
  for (let round = 0; round < runs; round += 1) {
    for (const [place, command] of commands.entries()) {
      if (failed.has(command)) continue;
      command.before?.();
      const one = runOnce(command);
      command.after?.();
      if (typeof one === 'string') failed.set(command, one);
      else ones[place]!.push(one);
    }
  }
  return commands.map((command, place) => {
    const failure = failed.get(command);
    if (failure !== undefined) return missingRow(command.name, failure);
    const { name, tree } = command;
    return { ...takenBy(name, ones[place]!), ...(tree === undefined ? {} : countTree(tree)) };
  });
}

interface One {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

function takenBy(what: string, ones: readonly One[]): Row {
  return {
    what,
    wall: ones.map(({ wall }) => wall),
    cpu: ones.map(({ cpu }) => cpu),
    memory: ones.map(({ memory }) => memory),
  };
}

/** What one run took, or what its last words were. GNU time writes its line last. */
function runOnce({ argv, cwd, env, accept = [0], limit = LONGEST }: Command): One | string {
  const start = performance.now();
  const { stderr, error, status } = spawnSync(TIME, ['-f', '%U %S %M', ...argv], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    timeout: limit,
  });
  const wall = Math.round(performance.now() - start) / 1000;
  const lines = stderr.trimEnd().split('\n');
  const numbers = (lines.pop() ?? '').split(' ').map(Number);
  const [user = 0, system = 0, memory = 0] = numbers;
  if (error !== undefined) return `stopped after ${wall} s`;
  if (!accept.includes(status ?? -1)) {
    const own = lines.filter((line) => line !== '' && !line.startsWith('Command exited'));
    const words = own.find((line) => /error/i.test(line)) ?? own.at(-1) ?? '';
    return `exit ${status}: ${words.replace(FOLDERS, '').slice(0, 160)}`;
  }
  return { wall, cpu: round(user + system), memory: Math.round(memory / 1024) };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The median of a list, between the two in the middle of an even number; undefined when empty. */
export function median(list: readonly number[]): number | undefined {
  const sorted = list.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
