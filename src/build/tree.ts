import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contents } from './contents.ts';
import { MARKER, manifestPaths } from './manifest.ts';
import { finishMove, type Move } from './move.ts';
import { type Present, presentIn } from './present.ts';
import { StageWriter } from './stage.ts';

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
  /** A mark of them. */
  readonly presentMark: string;
  #writer: StageWriter | undefined;

  /** Takes an absolute path, or what was found there. */
  constructor(folder: string | Present) {
    const found = typeof folder === 'string' ? presentIn(folder) : folder;
    this.#out = found.folder;
    this.stage = `${this.#out}.mingbai-new-${process.pid}`;
    this.present = found.files;
    this.presentMark = found.mark;
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
    const written = new Set([MARKER, ...manifestPaths(this.#out)]);
    for (const path of this.present.keys()) {
      if (!written.has(path)) throw new NotOursError(path);
    }
  }

  /** Stages a file and gives its stamp. */
  write(path: string, body: Uint8Array): string {
    this.#writer ??= new StageWriter(this.stage);
    return this.#writer.write({ path, body });
  }

  /** Stages a file that is too long to be held; gives its stamp and the SHA-256 of its bytes. */
  writePieces(path: string, pieces: Iterable<Uint8Array>): { stamp: string; digest: string } {
    this.#writer ??= new StageWriter(this.stage);
    return this.#writer.writePieces(path, pieces);
  }

  /** Stages a file that is elsewhere on the disk and gives its stamp. */
  link(source: string, path: string): string {
    this.#writer ??= new StageWriter(this.stage);
    return this.#writer.link(source, path);
  }

  /** The bytes of a file that is there; undefined when it is not. */
  read(path: string): Uint8Array | undefined {
    return this.present.has(path) ? readFileSync(join(this.#out, path)) : undefined;
  }

  /** Makes the folder hold exactly this: what was staged, and what is there already. */
  commit({ size, moved, dropped }: Contents): void {
    if (moved.length === size) this.#swap();
    else this.#moveIn({ moved, dropped });
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
