import { MARK_LENGTH, markOf } from '../text/mark.ts';
import { fromUtf8, toUtf8 } from '../text/utf8.ts';
import type { Store } from './store.ts';

/** Plain data as it was kept, and the mark of its bytes. */
export interface Sealed {
  readonly mark: string;
  readonly data: unknown;
}

/** In bytes: a mark and a line break. */
const SEAL = MARK_LENGTH + 1;

/** Keeps plain data with a seal; gives its mark. */
export function writeSealed(store: Store, name: string, data: unknown): string {
  const body = toUtf8(JSON.stringify(data));
  const mark = markOf(body);
  store.write(name, [toUtf8(`${mark}\n`), body]);
  return mark;
}

/** Plain data that was kept; undefined when there is none or it is not exactly as it was written. */
export function readSealed(store: Store, name: string): Sealed | undefined {
  const bytes = store.read(name);
  if (bytes === undefined) return undefined;
  const body = bytes.subarray(SEAL);
  const mark = markOf(body);
  const seal = Buffer.from(bytes.subarray(0, SEAL)).toString('latin1');
  return seal === `${mark}\n` ? { mark, data: JSON.parse(fromUtf8(body)) } : undefined;
}
