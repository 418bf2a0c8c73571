import { findAmounts } from './money.ts';
import { toHalfWidth } from './numeral.ts';

const BEFORE =
  /(?:不得?超过|不高于|不多于|最高(?:不超过|限价)?|至多|最多|上限为?|不得?低于|不少于|最低(?:不低于)?|至少|下限为?|大?约|大概|将近|接近)\s*(?:人民币)?\s*$/;
const AFTER = /^\s*(?:起(?!诉|止|算)|以上|以下|以内|之内|左右|上下|封顶|不等)/;
const TO =
  /(?:元|角)?(?:\/[\u4e00-\u9fff]{1,4})?\s*(?:-|—|——|–|~|～|至|到)\s*(?:人民币)?\s*[\d一二三四五六七八九十百]+(?:\.\d+)?\s*[百千万]?(?:元|角)/;
const RANGE = new RegExp(`\\d\\s*${TO.source}|[一二三四五六七八九十百]\\s*${TO.source}`);

/**
 * What keeps a rate from being one amount, as it stands there: a range (5—10元), a cap (不超过200元),
 * a floor (100元起), an approximation (约50元). Undefined where one exact amount is given.
 */
export function looseAmount(standard: string): string | undefined {
  const text = toHalfWidth(standard);
  const range = RANGE.exec(text);
  if (range !== null) return range[0];
  const amounts = findAmounts(text);
  const loose = amounts.map(({ start, end, text: own, per = '' }) => {
    const before = BEFORE.exec(text.slice(0, start))?.[0] ?? '';
    const after = AFTER.exec(text.slice(end))?.[0] ?? AFTER_PER.exec(per)?.[0];
    return before === '' && after === undefined
      ? undefined
      : before + own + (per.endsWith(after ?? '') ? '' : (after ?? ''));
  });
  return loose.every((each) => each !== undefined) ? loose[0] : undefined;
}

/** 100元/件起: the word of the floor is read as a part of the unit. */
const AFTER_PER = /.(?:起|以上|以下|以内|左右|上下|封顶)$/;
