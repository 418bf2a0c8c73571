import type { Entry } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { say } from '../model/words.ts';
import { placeAt } from './unplaced.ts';

/** Ids that a file gives to several entries of one of its lists: situations, materials, windows. */
export function* checkOwnIds(entry: Entry<unknown>): Iterable<Finding> {
  // The whole value of a file is a map, or it is no entry.
  for (const [key, list] of Object.entries(entry.value as Record<string, unknown>)) {
    if (!Array.isArray(list)) continue;
    const firsts = new Map<string, number>();
    for (const [index, each] of list.entries()) {
      const { id } = Object(each) as { id?: unknown };
      if (typeof id !== 'string' || id === '') continue;
      const first = firsts.get(id);
      if (first === undefined) {
        firsts.set(id, index);
        continue;
      }
      const pointer = `/${key}/${index}/id`;
      const message = say(
        `标识“${id}”在这一栏的第${first + 1}项已经用过`,
        `id “${id}” is that of entry ${first + 1} of this list`,
      );
      const hint = say('换一个标识', 'use another id');
      yield placeAt({ rule: 'repeated-id', path: entry.path, pointer, message, hint }, entry);
    }
  }
}
