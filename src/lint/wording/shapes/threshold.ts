import type { WordingField } from '../terms.ts';
import { anyOf, type Range } from './words.ts';

const JUDGED: ReadonlySet<WordingField> = new Set(['condition', 'criteria']);
const NUMBER = '[0-9]+(?:\\.[0-9]+)?|[一二两三四五六七八九十百千]{1,4}';
/** Says after the number which way it bounds. */
const BOUND =
  /^(?:的)?(?:（含）)?(?:及|或|含)?(?:以上|以下|以内|之内|之间|起|-|—|～|至|到|×|\/|%|％|、|及)/;

const COMPARED =
  '不少于|不低于|不小于|不超过|不高于|不多于|不得少于|不得低于|至少|达到|超过|大于|小于|满';
const BEFORE = new RegExp(`(?:${COMPARED}|最低|最高|最少|最多)[^，。；、\\n]{0,6}$`);

let threshold: RegExp | undefined;

/** The measured thing, perhaps 总计 or a colon, the number, its scale and its unit. */
function thresholdOf(): RegExp {
  const things = anyOf(['量']);
  threshold ??= new RegExp(
    `(?:${things})(?:应当|应|须|需|总计|共计|合计|总共|共|人民币)?(为|是|：|${COMPARED})? ?(${NUMBER}) ?([万亿])?(${anyOf(['单位'])})?`,
    'g',
  );
  return threshold;
}

/** Numbers that bound something without saying which way, or without a unit. Bounded work. */
export function readThresholds(folded: string, field: WordingField): Range[] {
  if (!JUDGED.has(field) || !/[0-9一二两三四五六七八九十]/.test(folded)) return [];
  const found: Range[] = [];
  for (const match of folded.matchAll(thresholdOf())) {
    const [words, equals, , scale, unit] = match;
    const end = match.index + words.length;
    const after = folded.slice(end, end + 6);
    if (BEFORE.test(folded.slice(Math.max(0, match.index - 12), match.index))) continue;
    if (BOUND.test(after) || /^[0-9.一-鿿]/.test(unit === undefined ? after : '')) continue;
    if (equals === undefined || (unit === undefined && scale === undefined)) {
      found.push({ start: match.index, end });
    }
  }
  return found;
}
