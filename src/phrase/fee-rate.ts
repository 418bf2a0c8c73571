import { parseWholeNumber } from '../text/numeral.ts';
import { FEE_UNIT } from './fee-words.ts';

const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const NUMBER = `(?:${DIGITS}|[一二三四五六七八九十百两]+)`;
const MONEY = '(?:[百千万亿]?元|角|%|‰)';
/** `80元`, `50-300元`, `50元至300元`. */
const AMOUNT = `(${NUMBER})(?:(${MONEY})?(?:-|—|~|～|至|到)+(${NUMBER}))?(${MONEY})(?:人民币|整)?`;
const PER = `${FEE_UNIT}(?:每${FEE_UNIT})*`;
const BASE = '[^\\d，；。、（）：:《》元%费按以]{1,10}?';
const RATE = new RegExp(
  `(?:每(${PER})(?:收取|收费|收|为)?|(?:按照|依照|按|以)?(${BASE})的)?` +
    `(?:人民币|￥|¥)?${AMOUNT}(?:(?:/|每|一)(${PER})(?=$|[（，；。]|收))?(?:收取|收费|计收|征收|缴纳|计征)?`,
  'g',
);
/** Any sum or share, for counting them. */
const ANY = new RegExp(AMOUNT, 'g');

/** A rate as people write it: `每件80元` is 80 of 元/件, `货值的0.2%` is 0.2 of %（货值）. */
export interface Rate {
  /** A number's text, or a range: `50-300`. */
  readonly amount: string;
  readonly unit: string;
  /** Where it begins and ends in the text. */
  readonly from: number;
  readonly to: number;
}

/** The rate at the end of a clause, or before a bracket at its end. */
export function rateAtEnd(clause: string): Rate | undefined {
  const end = clause.replace(/（[^（）]*）$/, '').length;
  for (const match of clause.matchAll(RATE)) {
    const to = match.index + match[0].length;
    if (to === end) return rateOf(match, to);
  }
  return undefined;
}

/** How many sums and shares a text names. */
export function countAmounts(text: string): number {
  return [...text.matchAll(ANY)].length;
}

function rateOf(match: RegExpExecArray, to: number): Rate | undefined {
  const [, each, base, low = '', lowMoney, high, money = '', per] = match;
  if (lowMoney !== undefined && lowMoney !== money) return undefined;
  const amounts = [low, ...(high === undefined ? [] : [high])].map(amountText);
  if (amounts.some((one) => one === undefined)) return undefined;
  if (each !== undefined && per !== undefined) return undefined;
  const one = (each ?? per)?.replace(/(?<=.)每/g, '·');
  const [least = '', most = least] = amounts;
  if (Number(least) > Number(most)) return undefined;
  const isShare = /%|‰/.test(money);
  if (base === undefined && isShare) return undefined;
  const unit = isShare ? `${money}（${base}）` : one === undefined ? money : `${money}/${one}`;
  // `需评审的9元`: what is charged for, and no base of a share.
  const words = base === undefined || isShare ? 0 : match[0].lastIndexOf('的') + 1;
  return { amount: amounts.join('-'), unit, from: match.index + words, to };
}

function amountText(written: string): string | undefined {
  const plain = written.replace(/,/g, '');
  if (/^\d/.test(plain)) return plain;
  const value = parseWholeNumber(plain);
  return value === undefined ? undefined : String(value);
}
