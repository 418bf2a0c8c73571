import { spawnSync } from 'node:child_process';

/** What one command took: the median of several runs, each a fresh process. */
export interface Measured {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds of all cores, user and system. */
  readonly cpu: number;
  /** Peak memory in MB. */
  readonly memory: number;
}

/** A command, with what has to be done before each of its runs. */
export interface Command {
  readonly argv: readonly string[];
  readonly cwd?: string;
  before?(): void;
}

/** Runs a command so often; undefined when it can't be run at all. */
export function measure({ argv, cwd, before }: Command, runs: number): Measured | undefined {
  const results: Measured[] = [];
  for (let run = 0; run < runs; run += 1) {
    before?.();
    const one = once(argv, cwd);
    if (one === undefined) return undefined;
    results.push(one);
  }
  const median = (of: (one: Measured) => number): number => {
    const sorted = results.map(of).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return {
    wall: median((r) => r.wall),
    cpu: median((r) => r.cpu),
    memory: median((r) => r.memory),
  };
}

/** GNU time writes its line last, whatever the command says before it. */
function once(argv: readonly string[], cwd: string | undefined): Measured | undefined {
  const { stderr, error } = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', ...argv], {
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (error !== undefined || stderr.includes('cannot run')) return undefined;
  const last = stderr.trimEnd().split('\n').at(-1) ?? '';
  const [wall = 0, user = 0, system = 0, memory = 0] = last.split(' ').map(Number);
  return Number.isNaN(memory) ? undefined : { wall, cpu: user + system, memory: memory / 1024 };
}
