import { closeSync, fstatSync, mkdirSync, openSync, type Stats, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Artifact } from '../render/artifact.ts';

/** What the disk tells of a file's bytes and the time they were written at. */
export function stampOf({ size, mtimeMs }: Stats): string {
  return `${size} ${mtimeMs}`;
}

/** Writes files below a folder that is not published yet; several may write to the same one. */
export class StageWriter {
  readonly #stage: string;
  readonly #folders = new Set<string>();

  /** Takes an absolute path. */
  constructor(stage: string) {
    this.#stage = stage;
  }

  /** Writes a file and gives its stamp, which it keeps when it is moved. */
  write({ path, body }: Artifact): string {
    const full = join(this.#stage, path);
    const folder = dirname(full);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    const file = openSync(full, 'w');
    try {
      writeFileSync(file, body);
      return stampOf(fstatSync(file));
    } finally {
      closeSync(file);
    }
  }
}
