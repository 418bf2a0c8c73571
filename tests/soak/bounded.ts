import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NOT_UTF8 } from './words.ts';

/** What no run may reach. A wait is no work, so that a busy machine does not fail a run. */
export const BOUNDS = { cpuSeconds: 20, wallSeconds: 60, megabytes: 1536 } as const;

/** What a run of the program did. */
export interface Outcome {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly megabytes: number;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}

const USAGE = fileURLToPath(new URL('./report-usage.mjs', import.meta.url));

/** Starts the program with its pipes: 3 tells what it took. */
export function startProgram(script: string, argv: readonly string[], cwd: string): ChildProcess {
  const words = ['--import', USAGE, script, ...argv];
  const stdio = ['pipe', 'pipe', 'pipe', 'pipe'] as const;
  // What it keeps for its user belongs to the ground, too.
  const env = { PATH: process.env.PATH, HOME: cwd, XDG_CACHE_HOME: join(cwd, '.cache') };
  if (!words.some((word) => word.includes(NOT_UTF8))) {
    return spawn(process.execPath, words, { cwd, env, stdio: [...stdio] });
  }
  // What a shell puts in the place of `$(…)` has no line breaks at its end: an x keeps them there.
  const set = [process.execPath, ...words].map(
    (word) => `w=$(printf %b '${word.replace(/[^\w./-]/gsu, octal)}x'); set -- "$@" "${'$'}{w%x}"`,
  );
  return spawn('sh', ['-c', [...set, 'exec "$@"'].join('\n')], { cwd, env, stdio: [...stdio] });
}

/** A character for `printf %b`. */
function octal(character: string): string {
  const bytes = character === NOT_UTF8 ? [0xff] : [...Buffer.from(character)];
  return bytes.map((byte) => `\\0${byte.toString(8)}`).join('');
}

/** Runs the program to its end, which is brought about when it takes too long. */
export async function runBounded(
  script: string,
  argv: readonly string[],
  cwd: string,
  stdin: Uint8Array,
): Promise<Outcome> {
  const start = performance.now();
  const child = startProgram(script, argv, cwd);
  const timer = setTimeout(() => child.kill('SIGKILL'), BOUNDS.wallSeconds * 1000);
  child.stdin?.on('error', () => {}).end(stdin);
  const outcome = await outcomeOf(child);
  clearTimeout(timer);
  return { ...outcome, wallSeconds: (performance.now() - start) / 1000 };
}

/** Collects what a started program says until it ends. */
export async function outcomeOf(child: ChildProcess): Promise<Omit<Outcome, 'wallSeconds'>> {
  const texts = [1, 2, 3].map((at) => textOf(child.stdio[at] as NodeJS.ReadableStream));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const [out = '', err = '', usage = ''] = await Promise.all(texts);
  const [megabytes = 0, cpuSeconds = 0] = usage.split(' ').map(Number);
  return { code, out, err, megabytes, cpuSeconds };
}

/** The first million characters of a stream; the rest is read and forgotten. */
async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) if (text.length < 1e6) text += String(chunk);
  return text;
}
