import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Artifact } from '../render/artifact.ts';

/** Marks a folder as written by mingbai, so that it may be replaced by the next build. */
export const MARKER = 'mingbai.json';

/** Writes a new tree beside the old one; it appears whole, or the old one stays. */
export class TreeWriter {
  readonly #out: string;
  readonly #stage: string;
  readonly #folders = new Set<string>();

  /** Takes an absolute path. Throws when it holds something that mingbai did not write. */
  constructor(path: string) {
    const out = existsSync(path) ? realpathSync(path) : path;
    this.#out = out;
    this.#stage = `${out}.mingbai-new-${process.pid}`;
    restore(out);
    const foreign = foreignFile(out);
    if (foreign !== undefined) throw new NotOursError(foreign);
    rmSync(this.#stage, { recursive: true, force: true });
    mkdirSync(this.#stage, { recursive: true });
  }

  /** Writes one file of the new tree. */
  write({ path, body }: Artifact): void {
    const full = join(this.#stage, path);
    const folder = dirname(full);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    writeFileSync(full, body);
  }

  /** Puts the new tree in the place of the old one. */
  commit(): void {
    const old = `${this.#out}.mingbai-old-${process.pid}`;
    if (existsSync(this.#out)) renameSync(this.#out, old);
    renameSync(this.#stage, this.#out);
    rmSync(old, { recursive: true, force: true });
  }

  /** Throws the new tree away. */
  discard(): void {
    rmSync(this.#stage, { recursive: true, force: true });
  }
}

/** The output folder holds a file that mingbai did not write. */
export class NotOursError extends Error {
  readonly path: string;
  constructor(path: string) {
    super(path);
    this.name = 'NotOursError';
    this.path = path;
  }
}

/** A file that the last build did not write; undefined when the whole folder may be replaced. */
function foreignFile(out: string): string | undefined {
  if (!existsSync(out)) return undefined;
  const written = new Set([MARKER, ...manifestOf(out)]);
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .find((path) => !written.has(path));
}

function manifestOf(out: string): string[] {
  try {
    return Object.keys(JSON.parse(readFileSync(join(out, MARKER), 'utf8')).files);
  } catch {
    return [];
  }
}

/** Sweeps up after a build that was cut off: an old tree comes back if no new one took its place. */
function restore(out: string): void {
  const folder = dirname(out);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(out)}.mingbai-`)) continue;
    const process = Number(name.slice(name.lastIndexOf('-') + 1));
    if (isAlive(process)) continue;
    const leftover = join(folder, name);
    if (name.includes('.mingbai-old-') && !existsSync(out)) renameSync(leftover, out);
    else rmSync(leftover, { recursive: true, force: true });
  }
}

function isAlive(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
