import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../src/cli.ts';

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

/** A new empty folder for one test. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'mingbai-'));
}

/** The project's own root. */
export const ROOT = new URL('../', import.meta.url).pathname;
