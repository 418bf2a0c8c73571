import { strings, type Text } from '../model/texts.ts';

interface Counted {
  readonly texts: readonly Text[];
  /** By text: the longest run of digits, and how many there are. */
  readonly runs: Uint16Array;
  readonly counts: Uint16Array;
  readonly longest: number;
  readonly most: number;
}

let last: Counted | undefined;

/** The texts of a file with `run` digits, full-width ones too, in a row. */
export function textsWithRun(value: unknown, run: number): readonly Text[] {
  const { texts, runs, longest } = countDigits(value);
  return longest < run ? [] : texts.filter((_, at) => (runs[at] ?? 0) >= run);
}

/** The texts of a file with `count` digits, full-width ones too, whatever stands between them. */
export function textsWithDigits(value: unknown, count: number): readonly Text[] {
  const { texts, counts, most } = countDigits(value);
  return most < count ? [] : texts.filter((_, at) => (counts[at] ?? 0) >= count);
}

function countDigits(value: unknown): Counted {
  const texts = strings(value);
  if (last?.texts === texts) return last;
  const runs = new Uint16Array(texts.length);
  const counts = new Uint16Array(texts.length);
  let longest = 0;
  let most = 0;
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at]?.text ?? '';
    let run = 0;
    let best = 0;
    let count = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      const isDigit = code < 0xff10 ? (code - 0x30) >>> 0 < 10 : code < 0xff1a;
      if (!isDigit) run = 0;
      else {
        run += 1;
        count += 1;
        if (run > best) best = run;
      }
    }
    runs[at] = Math.min(best, 0xffff);
    counts[at] = Math.min(count, 0xffff);
    if (best > longest) longest = best;
    if (count > most) most = count;
  }
  last = { texts, runs, counts, longest, most };
  return last;
}
