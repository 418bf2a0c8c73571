import { createHash } from 'node:crypto';

/** A mark of a text: another text has another. */
export function textMark(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
