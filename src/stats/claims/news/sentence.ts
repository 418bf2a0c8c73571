import { foldScript } from '../../../text/script.ts';
import { findSpans } from '../date-span.ts';
import type { Printed } from '../printed.ts';
import { findQuantities, type Quantity } from '../quantities.ts';
import { kindOf } from '../unit.ts';

/** A number of a sentence with the words it belongs to. */
export interface Mention {
  /** What claims call it; no two of a sentence are alike. */
  readonly name: string;
  /** The words before it in its clause, in Simplified script: 检查实施清单完成率. */
  readonly label: string;
  /** All of the clause before it, and what stands between it and the mention before. */
  readonly lead: string;
  /** What follows it in its clause. */
  readonly tail: string;
  readonly start: number;
  readonly end: number;
  readonly printed: Printed;
  /** It is a span of dates, and its number the days it has. */
  readonly isSpan?: true;
}

/** A sentence of a text; paragraphs are lines. */
export interface Sentence {
  readonly text: string;
  /** The same text in Simplified script, character by character. */
  readonly folded: string;
  /** From 1. */
  readonly line: number;
  /** From 1, within its line. */
  readonly number: number;
  readonly mentions: readonly Mention[];
}

/** In characters, and in numbers: nobody writes more in one sentence. */
const LONGEST_SENTENCE = 1000;
const MOST_MENTIONS = 40;
const END = /[。！？；!?;]/;

/** The sentences of a text that have numbers. */
export function readSentences(text: string): readonly Sentence[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    let number = 0;
    return splitLine(line).flatMap((part) => {
      const mentions = readMentions(part);
      if (mentions.length === 0) return [];
      number += 1;
      return [{ text: part, folded: foldScript(part), line: index + 1, number, mentions }];
    });
  });
}

function splitLine(line: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= line.length; at += 1) {
    if (at < line.length && !END.test(line[at] ?? '') && at - from < LONGEST_SENTENCE) continue;
    const part = line.slice(from, at).trim();
    if (part !== '') parts.push(part);
    from = at + 1;
  }
  return parts;
}

const MEASURE = /^(?:[个项件条份次人名天家部倍处套台根册张辆所座类种户村县区市省]|工作日|小时|%)/;

/** A span of dates counts only where its length is named. */
const LASTING = /(?:为期|历时|持续|用时|共计?|合计|总计)\s*\d+\s*个?(?:自然日|日历日|日|天)/;

function readMentions(text: string): readonly Mention[] {
  const folded = foldScript(text);
  const names = new Set<string>();
  const spans = LASTING.test(folded) ? findSpans(folded) : [];
  const kept = [...findQuantities(text).filter((each) => counts(each, folded)), ...spans]
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST_MENTIONS);
  return kept.map((each, index): Mention => {
    const mention = mentionOf(each, kept[index - 1], folded, text, names);
    return spans.includes(each) ? { ...mention, isSpan: true } : mention;
  });
}

/** Numbers of lists, telephones and set phrases (一窗, 三亮) count nothing. */
function counts({ digits, printed, start, end }: Quantity, folded: string): boolean {
  const { percent, unit, value } = printed;
  const first = folded.slice(0, start).trim() === '';
  if (first && /^[.、\s]/.test(folded.slice(end)) && !MEASURE.test(unit)) return false;
  if (percent || unit === '番' || unit === '倍') return digits || !/^一/.test(printed.text);
  if (!digits) return (value.n > 1n || value.d > 1n) && MEASURE.test(unit);
  if (unit !== '') return !/^年/.test(unit) || value.n < 1000n;
  const listed = /^\s*[.．、]/.test(folded.slice(end));
  return !listed && /(?:总数|总量|数|为|达|计|共|量)(?:约|近)?\s*$/.test(folded.slice(0, start));
}

const FILLER =
  /(?:分别)?(?:为|是|达到|达|共计|合计|总计|共有|共|计|累计|约|近|超过|超|有|了|至|到|的|已|均|仅|只|各|实现|不少于|不低于|低于|不足|高于|由|从|将)+$/;
const HEAD = /^(?:其中|其|另有|另外|还有|以及|和|与|并|将|把|由|从)+/;

function mentionOf(
  { start, end, printed }: Quantity,
  before: Quantity | undefined,
  folded: string,
  text: string,
  names: Set<string>,
): Mention {
  const from = before === undefined ? 0 : before.end + before.printed.unit.length;
  const lead = folded.slice(Math.min(from, start), start);
  const clause = /[^，,、；：:（）()“”"]*$/.exec(lead)?.[0] ?? '';
  const label = clause.trim().replace(FILLER, '').replace(FILLER, '');
  const tail = /^[^，,、；：:。]{0,16}/.exec(folded.slice(end))?.[0] ?? '';
  const shown = shownText(text, start, end, printed);
  const name = nameOf(label, tail, names);
  return { name, label, lead, tail, start, end, printed: { ...printed, text: shown } };
}

/** As it stands in the text, with the words that bound it: 90%以上, 约22万元, 不少于500元. */
function shownText(text: string, start: number, end: number, { unit }: Printed): string {
  const folded = foldScript(text);
  const head = /(?:不[少低]于|不超过|超过|低于|不足|大?约|将近|近|达到?)?\s*$/.exec(
    folded.slice(Math.max(0, start - 4), start),
  );
  const word = head?.[0].replace(/^达到?/, '') ?? '';
  const rest = folded.slice(end + unit.length);
  const after = /^(?:以上|以下|以内|左右|上下)/.exec(rest)?.[0] ?? '';
  const spaces = folded.slice(end).length - folded.slice(end).trimStart().length;
  const stop = end + (unit === '' || unit === '倍' || unit === '番' ? 0 : spaces + unit.length);
  return text.slice(start - word.length, stop + after.length).trim();
}

function nameOf(label: string, tail: string, names: Set<string>): string {
  const words = (label.length > 0 ? label : tail).replace(/[^\p{L}]/gu, '').replace(HEAD, '');
  const stem = words.slice(-10).replace(/^(?:合计|计数|平均|目录)$/, '') || '数';
  let name = stem;
  for (let next = 2; names.has(name); next += 1) name = `${stem}${next}`;
  names.add(name);
  return name;
}

/** Whether a mention counts things or people, not time, money or a share. */
export function isCount({ printed }: Mention): boolean {
  const kind = kindOf(printed.unit);
  return (
    !printed.percent &&
    printed.upTo === undefined &&
    (kind === 'thing' || kind === 'people' || kind === 'open') &&
    printed.unit !== '倍' &&
    printed.unit !== '番'
  );
}

/** The measure word of a unit: 个 of 个地级市. */
export function measureOf({ printed }: Mention): string {
  return /^(?:人次|[\u4e00-\u9fff])/.exec(printed.unit)?.[0] ?? '';
}

/** The longest words that two labels share. */
export function sharedWords(a: string, b: string): number {
  let longest = 0;
  for (let from = 0; from < a.length; from += 1) {
    while (longest < a.length - from && b.includes(a.slice(from, from + longest + 1))) longest += 1;
  }
  return longest;
}
