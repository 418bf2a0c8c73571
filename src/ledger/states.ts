import type { Files, Refusal } from '../model/files.ts';
import { bytesOrWhy } from '../model/files.ts';
import { markOf } from '../text/mark.ts';

/** A file as it was when it was read. */
export interface FileState {
  /** See `Files.stamp`; blank where that could not tell. */
  readonly stamp: string;
  /** Of its bytes. */
  readonly hash: string;
}

/** What is remembered of files, by path. */
export type KnownStates = (path: string) => FileState | undefined;

/** Files that remember a hash of what was read, and do without reading where a stamp is enough. */
export class FileStates implements Files {
  readonly #files: Files;
  readonly #before: KnownStates | undefined;
  readonly #states = new Map<string, FileState>();

  /** Without `before` nothing is to be remembered. */
  constructor(files: Files, before?: KnownStates) {
    this.#files = files;
    this.#before = before;
  }

  list(): string[] {
    return this.#files.list();
  }

  escapes(): ReadonlySet<string> {
    return this.#files.escapes();
  }

  refusal(path: string): Refusal | undefined {
    return this.#files.refusal?.(path);
  }

  /** The stamp is taken first: what changes while it is read is seen as changed the next time. */
  read(path: string): Uint8Array {
    if (this.#before === undefined || this.escapes().has(path)) return this.#files.read(path);
    const stamp = this.#files.stamp?.(path) ?? '';
    const bytes = this.#files.read(path);
    if (!this.#states.has(path)) this.#states.set(path, { stamp, hash: markOf(bytes) });
    return bytes;
  }

  /** The state of a file that was read; undefined when nothing is to be remembered. */
  stateRead(path: string): FileState | undefined {
    return this.#states.get(path);
  }

  /** Takes over what somebody else read. */
  note(path: string, state: FileState): void {
    this.#states.set(path, state);
  }

  /** The file's stamp and hash; read only when the stamp is not the one remembered. */
  state(path: string): FileState {
    const known = this.#states.get(path);
    if (known !== undefined) return known;
    const before = this.#before?.(path);
    const stamp = this.#files.stamp?.(path) ?? '';
    const state =
      before !== undefined && stamp !== '' && before.stamp === stamp
        ? before
        : { stamp, hash: markOf(bytesOrWhy(path, this.#files)) };
    this.#states.set(path, state);
    return state;
  }
}
