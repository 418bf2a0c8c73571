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
