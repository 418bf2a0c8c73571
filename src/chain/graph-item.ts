import type { Item } from '../model/schema.gen.ts';
import { type ChainItem, chainItemOf } from './chain-item.ts';

/** What the graph of a catalogue has to know of an item. */
export interface GraphItem extends ChainItem {
  readonly path: string;
  readonly related: readonly string[];
  /** 不见面: listed as such, not listed though nothing speaks against it, or not possible. */
  readonly faceless: 'listed' | 'qualifies' | 'no';
}

/** Takes from an item what the graph looks at. */
export function graphItemOf(item: Item, path: string): GraphItem {
  const { related = [] } = item;
  return { ...chainItemOf(item), path, related, faceless: facelessOf(item) };
}

/** Steps at which the applicant or an inspector has to be somewhere. */
const PRESENT: ReadonlySet<string> = new Set(['踏勘', '听证']);
const PRESENCE = /拍照|照相|面签|签字|签名|到场|当面|现场|面谈|面试|指纹|人像/;

/** No step needs presence, photo, signature or a visit, and one can apply from afar. */
function facelessOf({ steps = [], visits, channels, modes, state }: Item): GraphItem['faceless'] {
  if (channels?.fully_online === true || (modes ?? []).some((mode) => /不见面/.test(mode))) {
    return 'listed';
  }
  if (state === '取消' || state === '暂停' || steps.length === 0) return 'no';
  if (channels?.online === undefined || (visits ?? 1) > 0) return 'no';
  const asks = steps.some(
    ({ kind = '', action = '', criteria = '' }) =>
      PRESENT.has(kind) || PRESENCE.test(`${action}${criteria}`),
  );
  return asks ? 'no' : 'qualifies';
}
