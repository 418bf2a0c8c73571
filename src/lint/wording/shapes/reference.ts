const LONGEST = 80;
/** What stands in brackets or after a colon is an example, or is open itself. */
const OPEN = /^(?:如|例如|比如|譬如|包括但不|可)|等|其他|有关|相关|…|\.\.\./;
/** Several things, or the thing itself: 甲、乙; 即…; 指…. */
const NAMES = /[、和或及]|^(?:即|指|为|是)/;

/** Whether what ends at `end` is named right after it: 相关人员（甲、乙）, 有关材料：甲、乙. */
export function isResolved(folded: string, end: number): boolean {
  const after = folded.slice(end, end + LONGEST);
  const [, brackets, colon] = /^(?:（([^（）]*)）|：([^。；\n]*))/.exec(after) ?? [];
  const named = brackets ?? colon;
  if (named === undefined || OPEN.test(named)) return false;
  return colon === undefined ? NAMES.test(named) : true;
}
