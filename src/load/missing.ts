import { idOfPath, KIND_NAMES, type Kind, kindOfPath } from '../model/kinds.ts';
import { say, type Words } from '../model/words.ts';
import { nearest } from '../text/similar.ts';

/** Ids by kind, of all files there are, also of those that could not be read. */
export type KnownIds = ReadonlyMap<Kind, ReadonlySet<string>>;

/** The ids that the paths of a catalogue stand for. */
export function knownIds(paths: Iterable<string>): KnownIds {
  const ids = new Map<Kind, Set<string>>();
  for (const path of paths) {
    const kind = kindOfPath(path);
    if (kind === undefined) continue;
    const set = ids.get(kind) ?? new Set<string>();
    ids.set(kind, set.add(idOfPath(path)));
  }
  return ids;
}

const NAMES = {
  ...KIND_NAMES,
  window: say('窗口', 'window'),
  situation: say('情形', 'situation'),
} satisfies Record<Kind | 'window' | 'situation', Words>;

/** More names than this are not listed: nobody reads them. */
const MOST = 40;

/** How to say that there is nothing of a name, and what may have been meant. */
export function missing(
  what: keyof typeof NAMES,
  value: string,
  known: Iterable<string>,
): { readonly message: Words; readonly hint: Words } {
  const list = [...known];
  const guess = nearest(value, list);
  const name = NAMES[what];
  const message = say(`没有“${value}”这个${name.zh}`, `there is no ${name.en} “${value}”`);
  if (guess !== undefined) {
    return { message, hint: say(`是不是“${guess}”？`, `did you mean “${guess}”?`) };
  }
  const shown = list.slice(0, MOST);
  const more = list.length > MOST;
  const zh = `${shown.join('、') || '没有'}${more ? `……一共${list.length}个` : ''}`;
  const en = `${shown.join(', ') || 'none'}${more ? ` … ${list.length} in all` : ''}`;
  return { message, hint: say(`已有的${name.zh}：${zh}`, `known: ${en}`) };
}
