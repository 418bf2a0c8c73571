import type { PaperSettings } from '../../model/schema.gen.ts';
import { type Face, readFace } from '../pdf/face.ts';
import { type Picture, readPicture } from '../pdf/picture.ts';

/** Files that the `paper` settings name, as paper makes use of them. */
export interface PaperFiles {
  readonly serif: Face | undefined;
  readonly sans: Face | undefined;
  readonly emblem: Picture | undefined;
  /** Those that are missing or of no use, by setting. */
  readonly unfit: readonly Unfit[];
}

/** A file that paper can make no use of. */
export interface Unfit {
  readonly key: 'serif' | 'sans' | 'emblem';
  readonly path: string;
}

/** Reads them; `form` gives a file below `forms/` if it may be published. */
export function readPaperFiles(
  paper: PaperSettings,
  form: (path: string) => Uint8Array | undefined,
): PaperFiles {
  const unfit: Unfit[] = [];
  const take = <T>(key: Unfit['key'], read: (bytes: Uint8Array) => T | undefined) => {
    const path = paper[key];
    if (path === undefined) return undefined;
    const bytes = form(path);
    const value = bytes === undefined ? undefined : readOr(read, bytes);
    if (value === undefined) unfit.push({ key, path });
    return value;
  };
  const [serif, sans] = [take('serif', readFace), take('sans', readFace)];
  return { serif, sans, emblem: take('emblem', readPicture), unfit };
}

/** Undefined for a file that ends too early, or is not what it calls itself. */
function readOr<T>(read: (bytes: Uint8Array) => T | undefined, bytes: Uint8Array): T | undefined {
  try {
    return read(bytes);
  } catch {
    return undefined;
  }
}
