import { existsSync, lstatSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Scratch } from '../ledger/scratch.ts';
import { Inside, OutsideError } from '../world/inside.ts';
import { makeFolders } from '../world/make-folders.ts';
import { type Contents, type Stamps, treeMark } from './contents.ts';
import { MARKER, readManifest } from './manifest.ts';
import { finishMove, type Move, sweepUp, writePlan } from './move.ts';
import { digestOfFile, StageWriter, stampOf } from './stage.ts';

/**
 * The folder that a build fills. New files are staged beside it and appear together: a folder of
 * only new files takes the old one's place; else the new ones are moved in, which the next build
 * finishes should this one be cut off.
 */
export class Tree {
  readonly #out: string;
  readonly #key: Uint8Array;
  /** Where new files are written, absolute; made when the first one is. */
  readonly stage: string;
  /** A file for what becomes known meanwhile; made when it is needed, too. */
  readonly scratch: Scratch;
  /** The files that are there now, with their stamps. */
  readonly existing: Stamps;
  /** A mark of them. */
  readonly existingMark: string;
  readonly #writer: StageWriter;

  /** Takes an absolute path, and what plans of moves are checksummed with. */
  constructor(folder: string, key: Uint8Array) {
    this.#out = existsSync(folder) ? realpathSync(folder) : folder;
    this.#key = key;
    sweepUp(this.#out, key);
    this.stage = `${this.#out}.mingbai-new-${process.pid}`;
    const lines = `${this.stage}.lines`;
    this.scratch = new Scratch(lines, () => makeFolders(dirname(lines)));
    this.existing = filesBelow(this.#out);
    this.existingMark = treeMark(this.existing);
    this.#writer = new StageWriter(this.stage);
  }

  /**
   * Makes ready to write. `known` are the files that a build is remembered to have left, if one is.
   * Throws NotOursError when the folder holds what mingbai did not write.
   */
  open(known: ReadonlySet<string> | undefined): void {
    const foreign = known && [...this.existing.keys()].find((path) => !known.has(path));
    if (known === undefined || foreign !== undefined) this.#expectOurs();
    rmSync(this.stage, { recursive: true, force: true });
  }

  #expectOurs(): void {
    try {
      this.#expectWhole();
    } catch (error) {
      throw error instanceof OutsideError ? new NotOursError(error.path) : error;
    }
  }

  /** A folder that is not known is ours when its manifest lists all its files, as they are. */
  #expectWhole(): void {
    if (this.existing.size === 0) return;
    const tree = new Inside(this.#out);
    const listed = this.existing.has(MARKER) ? readManifest(tree.read(MARKER)) : undefined;
    if (listed === undefined) {
      const [first = MARKER] = this.existing.keys();
      throw new NotOursError(this.existing.has(MARKER) ? MARKER : first);
    }
    for (const path of this.existing.keys()) {
      if (path !== MARKER && !listed.has(path)) throw new NotOursError(path);
    }
    for (const [path, digest] of listed) {
      if (!this.existing.has(path)) throw new NotOursError(path, 'missing');
      if (digestOfFile(tree.open(path)) !== digest) throw new NotOursError(path, 'changed');
    }
  }

  /** Stages a file and gives its stamp. */
  write(path: string, body: Uint8Array): string {
    return this.#writer.write({ path, body });
  }

  /** Stages a file that is too long to be held; gives its stamp and the SHA-256 of its bytes. */
  writePieces(path: string, pieces: Iterable<Uint8Array>): { stamp: string; digest: string } {
    return this.#writer.writePieces(path, pieces);
  }

  /** Stages a file that is elsewhere on the disk; gives its stamp and the SHA-256 of its bytes. */
  link(source: string, path: string): { stamp: string; digest: string } {
    return this.#writer.link(source, path);
  }

  /** Makes the folder hold exactly this: what was staged, and what is there already. */
  commit({ size, moved, dropped }: Contents): void {
    if (moved.length === size) this.#swap();
    else if (moved.length + dropped.length > 0) this.#moveIn({ moved, dropped });
  }

  #moveIn(move: Move): void {
    writePlan(this.stage, move, this.#key);
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

/** Every file below a folder, by its path with `/`, with its stamp; none where there is no folder. */
export function filesBelow(root: string): Map<string, string> {
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

/** The output folder holds a file that mingbai did not write so, or lacks one that it wrote. */
export class NotOursError extends Error {
  readonly path: string;
  readonly why: 'foreign' | 'changed' | 'missing';
  constructor(path: string, why: NotOursError['why'] = 'foreign') {
    super(path);
    this.name = 'NotOursError';
    this.path = path;
    this.why = why;
  }
}
