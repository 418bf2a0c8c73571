import { anyOf } from './words.ts';

/** Says after the number which way it bounds. */
const BOUND =
  /^(?:的)?(?:（含）)?(?:及|或|含)?(?:以上|以下|以内|之内|之间|起|-|—|～|至|到|×|\/|%|％|、|及)/;
const COMPARED =
  /(?:不少于|不低于|不小于|不超过|不高于|不多于|不得少于|不得低于|至少|达到|超过|大于|小于|满|为|是|：) ?[^：]*$/;
const BEFORE =
  /(?:不少于|不低于|不小于|不超过|不高于|不多于|至少|达到|超过|最低|最高|最少|最多)[^，。；、\n]{0,6}$/;

let units: RegExp | undefined;

/**
 * Whether the number that ends a thing measured (建筑面积100) says neither which way it bounds nor,
 * where it does, of what unit it is. `end` is where the digits end in a folded text.
 */
export function isBareThreshold(folded: string, start: number, end: number): boolean {
  units ??= new RegExp(`^ ?([万亿])?(${anyOf(['单位'])})?`);
  const tail = folded.slice(end, end + 12);
  const [length, scale, unit] = units.exec(tail) ?? [''];
  const after = tail.slice(length.length);
  if (BOUND.test(after) || BEFORE.test(folded.slice(Math.max(0, start - 12), start))) return false;
  if (unit === undefined && /^[0-9.一-鿿]/.test(after)) return false;
  const compared = COMPARED.test(folded.slice(start, end));
  return !compared || (unit === undefined && scale === undefined);
}
