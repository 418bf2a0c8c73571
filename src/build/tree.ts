import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { finishMove, type Move, sweepUp } from './move.ts';
import { StageWriter, stampOf } from './stage.ts';

/** Marks a folder as written by mingbai, so that it may be replaced by the next build. */
export const MARKER = 'mingbai.json';

/** A file of a tree and how the disk knows it. */
export interface TreeFile {
  readonly path: string;
  readonly stamp: string;
}

/**
 * The folder that a build fills. New files are staged beside it and appear together: a folder of
 * only new files takes the old one's place; else the new ones are moved in, which the next build
 * finishes should this one be cut off.
 */
export class Tree {
  readonly #out: string;
  /** Where new files are written, absolute. */
  readonly stage: string;
  /** The files that are there now, with their stamps. */
  readonly present: ReadonlyMap<string, string>;
  #writer: StageWriter | undefined;

  /** Takes an absolute path; a folder that is not there is as good as an empty one. */
  constructor(path: string) {
    this.#out = existsSync(path) ? realpathSync(path) : path;
    this.stage = `${this.#out}.mingbai-new-${process.pid}`;
    sweepUp(this.#out);
    this.present = filesBelow(this.#out);
  }

  /**
   * Makes ready to write; `intact` when the folder is known to be as a build left it. Throws
   * NotOursError when it holds what mingbai did not write.
   */
  open(intact = false): void {
    if (!intact) this.#expectOurs();
    rmSync(this.stage, { recursive: true, force: true });
    mkdirSync(this.stage, { recursive: true });
    this.#writer = new StageWriter(this.stage);
  }

  #expectOurs(): void {
    const written = new Set([MARKER, ...manifestOf(this.#out)]);
    for (const path of this.present.keys()) {
      if (!written.has(path)) throw new NotOursError(path);
    }
  }

  /** Stages a file and gives its stamp. */
  write(path: string, body: Uint8Array): string {
    this.#writer ??= new StageWriter(this.stage);
    return this.#writer.write({ path, body });
  }

  /** Stages a file that is elsewhere on the disk and gives its stamp. */
  link(source: string, path: string): string {
    this.#writer ??= new StageWriter(this.stage);
    return this.#writer.link(source, path);
  }

  /** Makes the folder hold exactly these files: staged ones, and present ones with their stamps. */
  commit(files: Iterable<TreeFile>): void {
    const wanted = new Map([...files].map(({ path, stamp }) => [path, stamp]));
    const moved = [...wanted].flatMap(([path, stamp]) =>
      this.present.get(path) === stamp ? [] : [path],
    );
    if (moved.length === wanted.size) this.#swap();
    else
      this.#moveIn({
        moved,
        dropped: [...this.present.keys()].filter((path) => !wanted.has(path)),
      });
  }

  #moveIn(move: Move): void {
    writeFileSync(`${this.stage}.json`, JSON.stringify(move));
    finishMove(this.#out, this.stage, move);
  }

  #swap(): void {
    const old = `${this.#out}.mingbai-old-${process.pid}`;
    if (existsSync(this.#out)) renameSync(this.#out, old);
    renameSync(this.stage, this.#out);
    rmSync(old, { recursive: true, force: true });
  }

  /** Throws what was staged away. */
  discard(): void {
    rmSync(this.stage, { recursive: true, force: true });
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

/** A mark of files and their stamps, whatever their order; it differs when one of them does. */
export function treeMark(files: Iterable<readonly [path: string, stamp: string]>): string {
  let [count, sum, mix] = [0, 0, 0];
  for (const [path, stamp] of files) {
    const text = `${path} ${stamp}`;
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    count += 1;
    sum = (sum + (hash >>> 0)) % 2 ** 52;
    mix ^= Math.imul(hash, hash | 1);
  }
  return `${count} ${sum} ${mix}`;
}

/** Paths that the last build wrote; none when there is no manifest that can be read. */
export function manifestOf(out: string): string[] {
  try {
    return Object.keys(JSON.parse(readFileSync(join(out, MARKER), 'utf8')).files);
  } catch {
    return [];
  }
}

/** Every file below a folder, by its path with `/`, with its stamp. */
function filesBelow(root: string): Map<string, string> {
  const files = new Map<string, string>();
  const walk = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(full, `${prefix}${entry.name}/`);
      else files.set(prefix + entry.name, stampOf(lstatSync(full)));
    }
  };
  if (existsSync(root)) walk(root, '');
  return files;
}
