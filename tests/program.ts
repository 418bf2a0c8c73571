import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../src/cli.ts';
import type { Session } from '../src/commands/command.ts';

/** What one run of the program printed and how it ended. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process, on the real disk, on a fixed day, without a terminal. */
export async function run(argv: readonly string[], cwd: string, stdin = ''): Promise<Run> {
  let out = '';
  let err = '';
  const code = await main(argv, {
    cwd,
    today: '2026-11-02',
    env: {},
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: async () => new TextEncoder().encode(stdin),
    terminal: { out: false, err: false },
  });
  return { code, out, err };
}

/** What a command gets besides its arguments; hears what goes to standard error. */
export function session(cwd: string, err: (text: string) => void = () => {}): Session {
  const world = {
    ...{ cwd, today: '2026-11-02', env: {}, out: () => {}, err },
    stdin: async () => new Uint8Array(),
    terminal: { out: false, err: false },
  };
  return { world, lang: 'zh', color: false, tell: ({ zh }) => zh };
}

/** A new empty folder for one test. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'mingbai-'));
}

/** The project's own root. */
export const ROOT = new URL('../', import.meta.url).pathname;
