const BRACKETS = [
  ['《', '》'],
  ['〈', '〉'],
] as const;
const LONGEST_TITLE = 120;

/** Whether places of a text stand inside a title; ask with rising places. */
export interface TitleRanges {
  covers(at: number): boolean;
}

const NONE: TitleRanges = { covers: () => false };

/** The titles 《…》 and 〈…〉 of a folded text; a bracket that is never closed opens none. */
export function titleRanges(folded: string): TitleRanges {
  if (!folded.includes('《') && !folded.includes('〈')) return NONE;
  const ranges: (readonly [number, number])[] = [];
  for (const [open, close] of BRACKETS) {
    if (!folded.includes(close)) continue;
    let end = 0;
    for (let at = folded.indexOf(open, 0); at >= 0; at = folded.indexOf(open, end)) {
      const closing = closingOf(folded, at, open, close);
      end = closing < 0 ? at + 1 : closing;
      if (closing > 0) ranges.push([at, closing]);
    }
  }
  if (ranges.length === 0) return NONE;
  ranges.sort((a, b) => a[0] - b[0]);
  let next = 0;
  return {
    covers(at) {
      while (next < ranges.length && (ranges[next]?.[1] ?? 0) <= at) next += 1;
      return (ranges[next]?.[0] ?? at + 1) <= at;
    },
  };
}

function closingOf(folded: string, at: number, open: string, close: string): number {
  let depth = 0;
  const limit = Math.min(folded.length, at + LONGEST_TITLE);
  for (let i = at; i < limit; i++) {
    const char = folded.charAt(i);
    if (char === '\n') return -1;
    if (char === open) depth += 1;
    else if (char === close && --depth === 0) return i;
  }
  return -1;
}

/** Whether the words are spoken of, not used: nothing but they stand between quotation marks. */
export function isQuotedAlone(folded: string, start: number, end: number): boolean {
  return folded.charAt(start - 1) === '“' && folded.charAt(end) === '”';
}

const LONGEST_NAME = 80;
const NAME_END =
  /(?:等|有关|相关)[^。；！？：，、的和及与或\n]{0,12}的(?:批[复覆]|通知|决定|意见|公告|函|任命文件)(?![书权授数])/y;
const BETWEEN =
  /[。；！？：，\n]|的(?:[^、和及与或《》]{0,4})(?:书|函|证|表|件|申请|说明|证明|报告|材料|批复|通知|决定|意见|公告)[、和及与或]/;
const TITLED = /[》〉]$/;

/**
 * Whether the 等, 有关 or 相关 at `at` stands in the name of an official document written without
 * 《》: 关于设立甲公司等事项的批复, 《目录》等三个文件的通知. Bounded work.
 */
export function isInDocumentName(folded: string, at: number): boolean {
  NAME_END.lastIndex = at;
  if (!NAME_END.test(folded)) return false;
  const before = folded.slice(Math.max(0, at - LONGEST_NAME), at);
  if (folded.charAt(at) === '等' && TITLED.test(before)) return true;
  const from = before.lastIndexOf('关于');
  if (from < 0) return false;
  const inner = before.slice(from + 2).replace(/《[^》]*》/g, '《》');
  return (inner !== '' || folded.charAt(at) !== '等') && !BETWEEN.test(inner);
}
