import type { Building } from './build.ts';
import type { BuiltFile } from './built.ts';
import { digestOf } from './marks.ts';
import type { Tree } from './tree.ts';

/** Writes files that are no item's, unless they stand there as they were. */
export class RestWriter {
  readonly #tree: Tree;
  readonly #before: ReadonlyMap<string, BuiltFile>;

  constructor({ past, tree }: Building) {
    this.#tree = tree;
    this.#before = new Map(past?.memory.rest.map((file) => [file.path, file]));
  }

  bytes(path: string, body: Uint8Array): BuiltFile {
    const digest = digestOf(body);
    return this.#standing(path, digest) ?? { path, digest, stamp: this.#tree.write(path, body) };
  }

  /** The same of a file that is too long to be held: it is staged in any case. */
  pieces(path: string, pieces: Iterable<Uint8Array>): BuiltFile {
    const written = this.#tree.writePieces(path, pieces);
    return this.#standing(path, written.digest) ?? { path, ...written };
  }

  #standing(path: string, digest: string): BuiltFile | undefined {
    const old = this.#before.get(path);
    const stands = old?.digest === digest && this.#tree.present.get(path) === old.stamp;
    return stands ? old : undefined;
  }
}
