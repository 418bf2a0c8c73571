import { type UsccFault, usccFault } from './uscc.ts';

/** A national basic catalogue code taken apart: AA TT MMMMM SSS. */
export interface BasicCode {
  /** 00 for the national catalogue, else the first two digits of the region (GB/T 2260). */
  readonly region: string;
  /** 01 行政许可 … 20 公共服务 in the national table; provinces have tables of their own. */
  readonly type: string;
  readonly main: string;
  /** 000 without a sub-item; letters occur: W00, 00Y. */
  readonly sub: string;
}

/** An implementation code taken apart: 统一社会信用代码 (18), level (1), basic code (12). */
export interface ImplementationCode {
  readonly uscc: string;
  readonly level: string;
  readonly basic: string;
}

/** Why a code cannot be one, whatever the record around it says. */
export type CodeFault =
  | { readonly what: 'length'; readonly expected: number }
  | { readonly what: 'basic' | 'level' | 'serial' }
  | { readonly what: 'uscc'; readonly fault: UsccFault };

const BASIC = /^(\d{2})(0[1-9]|[1-9]\d)(\d{5})([0-9A-Z]{3})$/;

/** Takes a basic code apart; undefined when it does not have the structure of GB/T 39554.1. */
export function readBasicCode(code: string): BasicCode | undefined {
  const match = BASIC.exec(code);
  if (match === null) return undefined;
  const [, region = '', type = '', main = '', sub = ''] = match;
  return { region, type, main, sub };
}

/** Cuts an implementation code, or the front of a handling code, into its parts; no check. */
export function splitImplementationCode(code: string): ImplementationCode {
  return { uscc: code.slice(0, 18), level: code.slice(18, 19), basic: code.slice(19, 31) };
}

/** The fault of a code of 31 (实施编码) or 33 characters (业务办理项编码) by itself. */
export function codeFault(code: string, length: 31 | 33): CodeFault | undefined {
  if (code.length !== length) return { what: 'length', expected: length };
  const { uscc, level, basic } = splitImplementationCode(code);
  const fault = usccFault(uscc);
  if (fault !== undefined) return { what: 'uscc', fault };
  if (!/^[1-6]$/.test(level)) return { what: 'level' };
  if (readBasicCode(basic) === undefined) return { what: 'basic' };
  return length === 33 && !/^\d{2}$/.test(code.slice(31)) ? { what: 'serial' } : undefined;
}

/** Type digits of the national table, by item type. */
export const NATIONAL_TYPES: Readonly<Record<string, string>> = {
  行政许可: '01',
  行政处罚: '02',
  行政强制: '03',
  行政征收: '04',
  行政给付: '05',
  行政检查: '06',
  行政确认: '07',
  行政奖励: '08',
  行政裁决: '09',
  其他行政权力: '10',
  公共服务: '20',
};

/** The digit of a level of exercise (行使层级), character 19 of an implementation code. */
export const LEVEL_DIGITS: Readonly<Record<string, string>> = {
  国家级: '1',
  省级: '2',
  市级: '3',
  县级: '4',
  '镇（乡、街道）级': '5',
  '村（社区）级': '6',
};
