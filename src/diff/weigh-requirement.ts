import { toHalfWidth } from '../text/numeral.ts';
import { bare } from './plain.ts';
import { heavier, lighter, neutral, UNSURE, type Weight } from './weight.ts';

const NUMBER = /\d+(?:\.\d+)?/g;
/** Before or after a number: it is the least, or the most, that is taken. */
const AT_LEAST = /(?:不少于|不低于|不小于|不短于|不得少于|不得低于|至少|年满|满|达到|超过)$/;
const AT_MOST = /(?:不超过|不得超过|不多于|不高于|不大于|不得高于|不得多于|至多|未满|最多|不满)$/;
const AND_UP = /^[^，。；、]{0,6}?(?:以上|及以上|起)/;
const AND_DOWN = /^[^，。；、]{0,6}?(?:以下|以内|之内|及以下)/;
/** Words of an addition that lets people off. */
const LETS_OFF = /除外|可以|可不|不必|无需|无须|免|或者|或/;

/** A text that asks for something: stricter when a bound moves in, or when more is asked beside. */
export function weighRequirement(before: unknown, after: unknown): Weight {
  if (after === undefined) return lighter('不再要求', 'no longer asked for');
  if (before === undefined) return UNSURE;
  const [old, now] = [before, after].map((text) => plainText(String(text)));
  if (old === undefined || now === undefined || old === now) {
    return neutral('只是标点不同', 'only signs differ');
  }
  return ofBounds(old, now) ?? ofDuty(old, now) ?? ofAddition(old, now) ?? UNSURE;
}

/** Without blanks and signs that end a text. */
function plainText(text: string): string {
  return bare(toHalfWidth(text))
    .replace(/[;,]/g, '，')
    .replace(/[，；。、]+$/u, '');
}

/** Texts that differ in numbers alone. */
function ofBounds(old: string, now: string): Weight | undefined {
  if (old.replace(NUMBER, '#') !== now.replace(NUMBER, '#')) return undefined;
  const [olds, nows] = [[...old.matchAll(NUMBER)], [...now.matchAll(NUMBER)]];
  const signs = nows.map((match, at) => {
    const difference = Number(match[0]) - Number(olds[at]?.[0]);
    const direction = directionAt(now, match);
    return direction === undefined && difference !== 0 ? undefined : (direction ?? 0) * difference;
  });
  if (signs.some((sign) => sign === undefined)) return UNSURE;
  if (signs.some((sign) => (sign ?? 0) > 0)) return heavier('数量要求更高', 'a stricter amount');
  return lighter('数量要求更低', 'a less strict amount');
}

/** 1 where more is stricter, −1 where less is; undefined where that is not said. */
function directionAt(text: string, { 0: number, index }: RegExpExecArray): 1 | -1 | undefined {
  const [before, after] = [text.slice(0, index), text.slice(index + number.length)];
  if (AT_MOST.test(before)) return -1;
  if (AT_LEAST.test(before) || AND_UP.test(after)) return 1;
  return AND_DOWN.test(after) ? -1 : undefined;
}

const MAY = /可以|可/;
const MUST = /应当|必须|须|应/;

/** 可以 that becomes 应当, or the other way round. */
function ofDuty(old: string, now: string): Weight | undefined {
  const [was, is] = differing(old, now);
  if (MAY.test(was) && MUST.test(is) && was.length + is.length <= 5) {
    return heavier('可以改成了应当', 'may became must');
  }
  if (MUST.test(was) && MAY.test(is) && was.length + is.length <= 5) {
    return lighter('应当改成了可以', 'must became may');
  }
  return undefined;
}

/** A text that holds all of the other, and more. */
function ofAddition(old: string, now: string): Weight | undefined {
  const [was, is] = differing(old, now);
  if (was !== '' && is !== '') return undefined;
  const off = LETS_OFF.test(was + is);
  if (was === '') {
    return off ? lighter(`加了“${is}”`, `“${is}” added`) : heavier(`加了“${is}”`, `“${is}” added`);
  }
  return off ? heavier(`删了“${was}”`, `“${was}” gone`) : lighter(`删了“${was}”`, `“${was}” gone`);
}

/** What is between the beginning and the end that both have. */
function differing(old: string, now: string): [string, string] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return [old.slice(start, old.length - end), now.slice(start, now.length - end)];
}
