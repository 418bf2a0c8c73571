import type { Severity } from '../../model/finding.ts';
import { agrees, type Enumeration, readEnumeration } from './enumeration.ts';
import { levelOf, rankOf } from './levels.ts';
import type { Hit } from './matcher.ts';
import type { WordingOptions } from './settings.ts';
import { isSettledFee, readFee } from './shapes/fee.ts';
import { readLimit, readRange } from './shapes/limit.ts';
import { readOther } from './shapes/other.ts';
import { isResolved } from './shapes/reference.ts';
import { isBareThreshold } from './shapes/threshold.ts';
import type { Range } from './shapes/words.ts';
import type { WordingCategory, WordingEntry, WordingField } from './terms.ts';
import { isInDocumentName, isQuotedAlone, type TitleRanges, titleRanges } from './titles.ts';
import { WORDING } from './wording.gen.ts';

/** A hit with its final place, level and, for the end of a list, the list. */
export interface Match extends Hit {
  readonly severity: Severity;
  readonly list: Enumeration | undefined;
}

/** A folded text with all that decides about its hits. */
export interface Judged {
  readonly folded: string;
  readonly field: WordingField;
  readonly options: WordingOptions;
  /** What is told of a list with another number than it says. */
  readonly count: WordingEntry | undefined;
}

/** The kinds whose words stand in names of documents: 关于…等事项的批复, 关于有关问题的通知. */
const NAMED: ReadonlySet<WordingCategory> = new Set(['open', 'undefined']);
const NUMERAL = /[0-9一二两三四五六七八九十百千万]/;
const RESOLVABLE: ReadonlySet<WordingCategory> = new Set(['undefined']);
const SETTLED_BY_AMOUNT: ReadonlySet<WordingCategory> = new Set(['deferral', 'undefined']);
const WHOLE = WORDING.groups.flatMap(({ entries }) => {
  return entries.filter(({ shape }) => shape === 'fee' || shape === 'limit');
});

/** What of the hits in a text is vague there, and what only its structure shows. */
export function judge(hits: readonly Hit[], judged: Judged): Match[] {
  const titles = titleRanges(judged.folded);
  const matches: Match[] = [];
  let listed = 0;
  let resolved = 0;
  for (const hit of hits) {
    if (hit.start < (hit.entry.list ? listed : resolved)) continue;
    if (isSpokenOf(hit, judged.folded, titles)) continue;
    if (isNamedAfter(hit, judged.folded)) {
      resolved = hit.end;
      continue;
    }
    const match = hit.entry.list ? judgeList(hit, judged) : judgeWords(hit, judged);
    if (hit.entry.list) listed = match?.list?.end ?? listed;
    if (match) matches.push(match);
  }
  if (judged.field === 'fee' || judged.field === 'limit') matches.push(...judgeWhole(judged));
  return matches;
}

/** What no word shows, but the way a whole text is made: an amount or a unit that is missing. */
function judgeWhole({ folded, field, options }: Judged): Match[] {
  return WHOLE.flatMap((entry) => {
    const range = entry.shape === 'fee' ? readFee(folded, field) : readLimit(folded, field);
    const severity = range && levelOf(WORDING, entry, field, options);
    return severity ? [{ entry, ...range, severity, list: undefined }] : [];
  });
}

function isSpokenOf({ entry, start, end }: Hit, folded: string, titles: TitleRanges): boolean {
  if (titles.covers(start) || isQuotedAlone(folded, start, end)) return true;
  return NAMED.has(entry.category) && isInDocumentName(folded, start);
}

/** Whether an unnamed thing is named right after it: 相关人员（甲、乙）. */
function isNamedAfter({ entry, end }: Hit, folded: string): boolean {
  return RESOLVABLE.has(entry.category) && isResolved(folded, end);
}

function judgeList(hit: Hit, { folded, field, options, count }: Judged): Match | undefined {
  const list = readEnumeration(folded, hit.start);
  const entry = list.stated === undefined ? hit.entry : count;
  if (!entry || list.last >= hit.start || agrees(list)) return undefined;
  const severity = levelOf(WORDING, entry, field, options);
  if (!severity) return undefined;
  const start = list.stated === undefined ? list.last : list.start;
  return { entry, start, end: Math.max(hit.end, list.end), severity, list };
}

function judgeWords(hit: Hit, { folded, field, options }: Judged): Match | undefined {
  const { entry } = hit;
  if (isFeeWord(entry, field) && isSettledFee(folded, hit.start)) return undefined;
  const range = rangeOf(hit, folded, field);
  if (range && isQuotedAlone(folded, range.start, range.end)) return undefined;
  const severity = range && levelOf(WORDING, entry, field, options);
  if (!severity) return undefined;
  return { entry, start: range.start, end: range.end, severity, list: undefined };
}

/** What the sentence around a hit leaves of it; undefined where it makes it concrete. */
function rangeOf(hit: Hit, folded: string, field: WordingField): Range | undefined {
  const { entry, start, end } = hit;
  switch (entry.shape) {
    case 'other':
      return readOther(folded, start, field);
    case 'number':
      return NUMERAL.test(folded.charAt(start - 1)) ? { start: start - 1, end } : undefined;
    case 'range':
      return readRange(folded, start, end);
    case 'threshold':
      return isBareThreshold(folded, start, end) ? hit : undefined;
    default:
      return hit;
  }
}

/** What an amount in the same sentence settles: 按规定收取登记费80元/件. */
function isFeeWord({ category }: WordingEntry, field: WordingField): boolean {
  return category === 'fee' || (field === 'fee' && SETTLED_BY_AMOUNT.has(category));
}

/** A place with its level. */
interface Graded {
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
}

/** Leaves out what lies inside another that is at least as grave. */
export function outermost<T extends Graded>(matches: readonly T[]): T[] {
  if (matches.length < 2) return [...matches];
  const sorted = [...matches].sort(
    (a, b) => a.start - b.start || b.end - a.end || rankOf(b.severity) - rankOf(a.severity),
  );
  const kept: T[] = [];
  let open: T[] = [];
  for (const match of sorted) {
    open = open.filter((other) => other.end > match.start);
    const inside = open.some(
      (other) => other.end >= match.end && rankOf(other.severity) >= rankOf(match.severity),
    );
    if (inside) continue;
    kept.push(match);
    open.push(match);
  }
  return kept;
}
