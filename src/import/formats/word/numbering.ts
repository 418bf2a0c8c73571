import { chineseNumeral } from '../../../text/numeral.ts';
import { attribute, tokensOf } from './tags.ts';

interface Level {
  format: string;
  /** `%1、`: the numbers of the levels within. */
  text: string;
  start: number;
}

/** Which list a paragraph belongs to, and how deep. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** The numbers that Word puts before paragraphs and that stand nowhere in their text. */
export class Numbering {
  readonly #abstract = new Map<string, Map<number, Level>>();
  readonly #lists = new Map<string, string>();
  readonly #counters = new Map<string, number[]>();

  constructor(xml: string) {
    let levels: Map<number, Level> | undefined;
    let level: Level | undefined;
    let list = '';
    for (const token of tokensOf(xml)) {
      if (token.kind === 'text' || token.kind === 'close') continue;
      const value = attribute(token.attributes, 'w:val') ?? '';
      if (token.name === 'w:abstractNum') {
        levels = new Map();
        this.#abstract.set(attribute(token.attributes, 'w:abstractNumId') ?? '', levels);
      } else if (token.name === 'w:lvl') {
        level = { format: 'decimal', text: '%1.', start: 1 };
        levels?.set(Number(attribute(token.attributes, 'w:ilvl')), level);
      } else if (token.name === 'w:num') list = attribute(token.attributes, 'w:numId') ?? '';
      else if (token.name === 'w:abstractNumId') this.#lists.set(list, value);
      else if (level !== undefined && token.name === 'w:numFmt') level.format = value;
      else if (level !== undefined && token.name === 'w:lvlText') level.text = value;
      else if (level !== undefined && token.name === 'w:start') level.start = Number(value);
    }
  }

  /** What stands before the next paragraph of a list; `''` for what is in none. */
  next({ list, level }: ListPlace): string {
    const key = this.#lists.get(list);
    const levels = key === undefined ? undefined : this.#abstract.get(key);
    const own = levels?.get(level);
    if (levels === undefined || own === undefined || list === '0') return '';
    const counters = this.#counters.get(key ?? '') ?? [];
    counters.length = level + 1;
    counters[level] = (counters[level] ?? own.start - 1) + 1;
    this.#counters.set(key ?? '', counters);
    if (own.format === 'bullet') return '● ';
    if (own.format === 'none') return '';
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const { format = 'decimal', start = 1 } = levels.get(at) ?? {};
      return counted(counters[at] ?? start, format);
    });
  }
}

const CHINESE = /^(?:chinese|japanese|ideograph|taiwanese|koreanDigital2)/i;

/** A number as Word shows it; ①–⑳ and Roman numerals too. */
function counted(number: number, format: string): string {
  if (CHINESE.test(format) && number < 1000) return chineseNumeral(number);
  if (/^(?:decimalEnclosedCircle|ideographEnclosedCircle)/.test(format) && number <= 20) {
    return String.fromCodePoint(0x2460 + number - 1);
  }
  if (format === 'upperLetter' && number <= 26) return String.fromCharCode(64 + number);
  if (format === 'lowerLetter' && number <= 26) return String.fromCharCode(96 + number);
  if (/Roman$/.test(format)) {
    const roman = romanOf(number);
    return format === 'lowerRoman' ? roman.toLowerCase() : roman;
  }
  return String(number);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function romanOf(number: number): string {
  let [rest, text] = [Math.min(number, 39), ''];
  for (const [value, letters] of ROMAN) {
    for (; rest >= value; rest -= value) text += letters;
  }
  return text;
}
