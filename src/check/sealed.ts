import type { Store } from '../model/store.ts';
import { markOf } from './mark.ts';

/** Plain data as it was kept, and the mark of its bytes. */
export interface Sealed {
  readonly mark: string;
  readonly data: unknown;
}

/** The length of a mark and a line break. */
const SEAL = 41;

/** Keeps plain data with a seal; gives its mark. */
export function writeSealed(store: Store, name: string, data: unknown): string {
  const body = Buffer.from(JSON.stringify(data));
  const mark = markOf(body);
  store.write(name, [Buffer.from(`${mark}\n`), body]);
  return mark;
}

/** Plain data that was kept; undefined when there is none or it is not exactly as it was written. */
export function readSealed(store: Store, name: string): Sealed | undefined {
  const bytes = store.read(name);
  if (bytes === undefined) return undefined;
  const body = bytes.subarray(SEAL);
  const mark = markOf(body);
  const seal = Buffer.from(bytes.subarray(0, SEAL)).toString('latin1');
  if (seal !== `${mark}\n`) return undefined;
  return { mark, data: JSON.parse(Buffer.from(body).toString('utf8')) };
}
