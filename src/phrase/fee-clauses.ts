import { countAmounts } from './fee-rate.ts';
import { isFeeName } from './fee-words.ts';

/** A piece of a text about charges, and where it begins. */
export interface Clause {
  readonly text: string;
  readonly from: number;
}

const SEPARATORS = new Set(['，', '；', '。', '\ue000']);

/** `换领20元/补领40元`: a slash between charges, not before a unit. */
const SLASH =
  /(?<=元|免费|免收)\/(?=(?![件本证次人张项副套份面台辆户只例对卷页字亩吨年月天日科平立公千具批期生学位机])[\u4e00-\u9fff]{2,8}\d+(?:\.\d+)?元)/g;

/** Numbering inside a line: ①, （1）, and 二、 behind a unit. */
const MARKER = /^(?:[①-⑳]|（(?:\d{1,2}|[一二三四五六七八九十]+)）|[一二三四五六七八九十]、)/;
const LEAD = /^(?:[\s：]|（?(?:\d{1,2}|[一二三四五六七八九十]+)(?:）|、|\.(?!\d))、?|[①-⑳])*/;
const FREE = /免费|免收|免征|不收/;

/** Pieces at commas and the like, outside of brackets, without numbering; places are of `rest`. */
export function clausesOf(written: string): Clause[] {
  const rest = written.replace(SLASH, '；');
  const clauses: Clause[] = [];
  let depth = 0;
  let from = 0;
  const push = (to: number): void => {
    const raw = rest.slice(from, to);
    const text = raw.slice(LEAD.exec(raw)?.[0].length ?? 0);
    if (text !== '') clauses.push({ text, from: from + raw.length - text.length });
    from = to + 1;
  };
  for (let at = 0; at < rest.length; at++) {
    const char = rest[at] ?? '';
    const marker = depth === 0 ? MARKER.exec(rest.slice(at)) : null;
    if (marker !== null && !/^(?:[\d一二三四五六七八九十]|$)/.test(rest[at - 1] ?? '')) {
      push(at);
      from = at + marker[0].length;
      at = from - 1;
    } else if (char === '（') depth++;
    else if (char === '）') depth--;
    else if (depth <= 0 && SEPARATORS.has(char)) push(at);
    else if (depth <= 0 && char === '、' && isWhole(rest.slice(from, at))) push(at);
  }
  push(rest.length);
  return clauses;
}

/** Whether a charge or its name stands before 、; else it goes on: `申领、换领每证20元`. */
function isWhole(piece: string): boolean {
  return countAmounts(piece) > 0 || FREE.test(piece) || isFeeName(piece);
}
