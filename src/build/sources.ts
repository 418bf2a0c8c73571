import type { Files, Refusal } from '../model/files.ts';
import { bytesOrWhy } from '../model/files.ts';
import { markOf } from '../text/mark.ts';

/** A file of the catalogue as it was when it was read. */
export interface SourceState {
  /** As `Files.stamp` gave it; absent where it could not tell. */
  readonly stamp?: string;
  /** Of the bytes. */
  readonly mark: string;
}

/** The files of a catalogue by what they say; a file whose stamp is known is not read again. */
export class Sources {
  readonly #files: Files;
  readonly #before: ReadonlyMap<string, SourceState>;
  readonly #states = new Map<string, SourceState>();

  /** Whether a file's stamp is other than it was, so that remembering it spares reading it again. */
  moved = false;

  constructor(files: Files, before: ReadonlyMap<string, SourceState> = new Map()) {
    this.#files = files;
    this.#before = before;
  }

  /** The stamp is taken before the bytes: what changes in between is seen as changed next time. */
  state(path: string): SourceState {
    const known = this.#states.get(path);
    if (known !== undefined) return known;
    const stamp = this.#files.stamp?.(path);
    const before = this.#before.get(path);
    if (before !== undefined && stamp !== undefined && before.stamp === stamp) return before;
    const mark = markOf(bytesOrWhy(path, this.#files));
    const state = stamp === undefined ? { mark } : { mark, stamp };
    this.moved ||= stamp !== undefined;
    this.#states.set(path, state);
    return state;
  }
}

/** Files that tell how the one read last was when it was read. */
export class NotedFiles implements Files {
  readonly #files: Files;
  #last: { readonly path: string; readonly state: SourceState } | undefined;

  constructor(files: Files) {
    this.#files = files;
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

  stamp(path: string): string | undefined {
    return this.#files.stamp?.(path);
  }

  /** The stamp is taken before the bytes, as in `Sources`. */
  read(path: string): Uint8Array {
    const stamp = this.stamp(path);
    const bytes = this.#files.read(path);
    const mark = markOf(bytes);
    this.#last = { path, state: stamp === undefined ? { mark } : { mark, stamp } };
    return bytes;
  }

  /** The file that was read last, which has to be this one. */
  stateRead(path: string): SourceState {
    if (this.#last?.path !== path) throw new Error(`${path} was not read last`);
    return this.#last.state;
  }
}
