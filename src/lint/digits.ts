import { strings, type Text } from '../model/texts.ts';

/** Shorter texts are not looked at closely: no number that is looked for fits in. */
const LEAST = 7;

interface Counted {
  readonly texts: readonly Text[];
  /** Texts with at least `LEAST` digits: how many, and the longest run of them. */
  readonly found: readonly {
    readonly place: Text;
    readonly count: number;
    readonly run: number;
    /** All of them, once somebody has asked. */
    digits?: string;
  }[];
}

let last: Counted | undefined;

/** The texts of a file with `run` digits, full-width ones too, in a row; `run` is 7 or more. */
export function textsWithRun(value: unknown, run: number): readonly Text[] {
  return countDigits(value)
    .found.filter((each) => each.run >= run)
    .map(({ place }) => place);
}

/** The texts of a file that have some digits one after the other, whatever stands between them. */
export function textsWithDigits(value: unknown, digits: string): readonly Text[] {
  if (digits.length < LEAST) return strings(value);
  return countDigits(value)
    .found.filter((each) => each.count >= digits.length && digitsOf(each).includes(digits))
    .map(({ place }) => place);
}

function digitsOf(found: Counted['found'][number]): string {
  if (found.digits !== undefined) return found.digits;
  const { text } = found.place;
  let digits = '';
  for (let at = 0; at < text.length; at += 1) {
    const digit = digitAt(text, at);
    if (digit < 10) digits += digit;
  }
  found.digits = digits;
  return digits;
}

/** The digit at a place, full-width ones too; more than 9 where there is none. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0xff10 ? (code - 0x30) >>> 0 : code - 0xff10;
}

function countDigits(value: unknown): Counted {
  const texts = strings(value);
  if (last?.texts === texts) return last;
  const found: Counted['found'][number][] = [];
  for (const place of texts) {
    const { text } = place;
    if (text.length < LEAST) continue;
    let run = 0;
    let best = 0;
    let count = 0;
    for (let at = 0; at < text.length; at += 1) {
      const isDigit = digitAt(text, at) < 10;
      run = isDigit ? run + 1 : 0;
      if (!isDigit) continue;
      count += 1;
      if (run > best) best = run;
    }
    if (count >= LEAST) found.push({ place, count, run: best });
  }
  last = { texts, found };
  return last;
}
