/** Lines [from, to) of the old text that an edit changed, and the lines that stand there now. */
export function changedLines(
  before: string,
  after: string,
): { from: number; to: number; now: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let from = 0;
  while (from < old.length && old[from] === now[from]) from += 1;
  let same = 0;
  const most = Math.min(old.length, now.length) - from;
  while (same < most && old[old.length - 1 - same] === now[now.length - 1 - same]) same += 1;
  return { from, to: old.length - same, now: now.slice(from, now.length - same) };
}
