import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Faults } from './faults.ts';
import { generateCatalog } from './generate.ts';

/** The project's own folder. */
export const ROOT = new URL('../../', import.meta.url).pathname;
/** The program that is measured. */
export const BIN = join(ROOT, 'bin/mingbai.js');

/** Where one size is measured: temporary, each catalogue made when it is first asked for. */
export interface Ground {
  /** How many items. */
  readonly size: number;
  /** A folder for everything written. */
  readonly work: string;
  /** Where the peers are installed. */
  readonly peers: string;
  /** How often each command is run. */
  readonly runs: number;
  /** The folder of a catalogue of this size. */
  catalogue(faults: Faults): string;
}

/** Ground below a folder; catalogues are generated once. */
export function groundFor(folder: string, peers: string, size: number, runs: number): Ground {
  const work = join(folder, `n${size}`);
  mkdirSync(work, { recursive: true });
  return {
    size,
    work,
    peers,
    runs,
    catalogue: (faults) => {
      const root = join(work, `catalogue-${faults}`);
      if (!existsSync(root)) generateCatalog(root, size, { faults });
      return root;
    },
  };
}

/** What `node bin/mingbai.js …` is. */
export function mingbai(...argv: readonly string[]): string[] {
  return [process.execPath, BIN, ...argv];
}

/** Forgets what `check` and `build` remember of a catalogue. */
export function forget(root: string): void {
  rmSync(join(root, '.mingbai'), { recursive: true, force: true });
}

/** The path of an item in the middle of a catalogue. */
export function someItem(root: string): string {
  const departments = readdirSync(join(root, 'items')).sort();
  const department = departments[Math.floor(departments.length / 2)] ?? '';
  const [item = ''] = readdirSync(join(root, 'items', department)).sort();
  return join(root, 'items', department, item);
}

let edits = 0;

/** Edits an item as a clerk does: other words in one field, never the same twice. */
export function editItem(path: string): string {
  edits += 1;
  const notes = `证件悬挂在顾客进门能看到的位置，编号${edits}。`;
  const text = readFileSync(path, 'utf8').replace(/^notes: .*$/m, `notes: ${notes}`);
  writeFileSync(path, text);
  return notes;
}
