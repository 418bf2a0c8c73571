import type { Files } from '../model/files.ts';
import { markOf, type RememberedFile } from './remembered.ts';

interface State {
  readonly stamp: string | undefined;
  readonly hash: string;
}

/** Files that remember a hash of what was read, and do without reading where a stamp is enough. */
export class KnownFiles implements Files {
  readonly #files: Files;
  readonly #before: Readonly<Record<string, RememberedFile>> | undefined;
  readonly #states = new Map<string, State>();
  /** Whether a stamp is other than it was, so that remembering anew saves reading next time. */
  moved = false;

  /** Without anything from before nothing is remembered either. */
  constructor(files: Files, before?: Readonly<Record<string, RememberedFile>>) {
    this.#files = files;
    this.#before = before;
  }

  list(): string[] {
    return this.#files.list();
  }

  escapes(): ReadonlySet<string> {
    return this.#files.escapes();
  }

  /** The stamp is taken first: what changes while it is read is seen as changed the next time. */
  read(path: string): Uint8Array {
    if (this.#before === undefined) return this.#files.read(path);
    const stamp = this.#files.stamp?.(path);
    const bytes = this.#files.read(path);
    if (!this.#states.has(path)) this.#states.set(path, { stamp, hash: markOf(bytes) });
    return bytes;
  }

  /** The file's stamp and hash; read only when the stamp is not the one remembered. */
  state(path: string): State {
    const known = this.#states.get(path);
    if (known !== undefined) return known;
    const before = this.#before?.[path];
    const stamp = this.#files.stamp?.(path);
    if (before !== undefined && stamp !== undefined && before.stamp === stamp) {
      this.#states.set(path, before);
      return before;
    }
    this.moved = true;
    const state = { stamp, hash: markOf(this.#files.read(path)) };
    this.#states.set(path, state);
    return state;
  }

  /** What was remembered of a file, if it still says the same. */
  unchanged(path: string): RememberedFile | undefined {
    const before = this.#before?.[path];
    return before !== undefined && this.state(path).hash === before.hash ? before : undefined;
  }
}
