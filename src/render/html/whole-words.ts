import { UNITS } from '../../text/number-unit.ts';

const DIGITS = '[0-9０-９]+(?:[.,:：][0-9０-９]+)*';
/** Characters of units in both scripts. */
const BOTH = '个個项項条條页頁张張层層号號级級类類时時钟鐘万萬亿億岁歲户戶吨噸栋棟亩畝届屆余餘间間';
const PAIRS = new Map(
  Array.from(BOTH.match(/../gu) ?? [], (pair) => [pair.charAt(0), `[${pair}]`]),
);
const UNIT = `(?:${[...UNITS]
  .sort((a, b) => b.length - a.length)
  .map((unit) => Array.from(unit, (each) => PAIRS.get(each) ?? each).join(''))
  .join('|')})`;
/** `2026年1月1日`, and the dash before the day that a period ends with. */
const DATE = `${DIGITS}年${DIGITS}月(?:${DIGITS}日)?(?:[-–—～~至]+(?=${DIGITS}年))?`;
/** `20个工作日`, `9:00—12:00`, `80元/立方米`, `第460号`, `〔2025〕24号`. */
const NUMBER = [
  '(?:[第〔]|[上下]午|晚上)?',
  DIGITS,
  `(?:${UNIT}${DIGITS}){0,2}`,
  `(?:${UNIT}?(?:[-–—～~/]|——)${DIGITS}){0,3}`,
  `(?:〕${DIGITS})?`,
  `(?:${UNIT}(?:/[\\u4e00-\\u9fff]{1,3})?)?`,
].join('');
/** `第六条`, `第三十二条`. */
const ORDINAL = '第[一二三四五六七八九十百零]{1,6}[条條款项項章节節]';
/** A dash and what stands before it: a line never begins with it. */
const DASH = '[^\\s<>;][—–～]+';
/** Parts of a page whose text is no line of type. */
const APART = '<(script|style|title|option|textarea|pre)\\b[^]*?</\\1>';

/** A telephone that is a link, which its own style keeps whole, and the mark after it. */
const PHONE = '<a href="tel:[^>]*>[^<]*</a>[、，；。]?';

const PLACES = new RegExp(
  [APART, PHONE, '<[^>]*>', '&[#\\w]+;', DATE, NUMBER, ORDINAL, DASH].join('|'),
  'g',
);
/** Where a browser would break a number: beside Chinese, and after a slash, a hyphen or a dash. */
const BREAKABLE = /[^\w.,:+]/;

/**
 * Puts what no line may part into spans that CSS keeps on one line: numbers with their units,
 * spans of time, numbers of documents, a dash and what it follows. Takes and gives HTML.
 */
export function keepWordsWhole(html: string): string {
  return html.replace(PLACES, (found) => {
    const first = found.charCodeAt(0);
    if (first === LESS) return found.endsWith('>') ? found : whole(found);
    if (first === AMPERSAND || !BREAKABLE.test(found)) return found;
    return whole(found);
  });
}

function whole(words: string): string {
  return `<span class="whole">${words}</span>`;
}

const LESS = 0x3c;
const AMPERSAND = 0x26;
