import type { ListNode, TreeNode } from '../load/tree.ts';
import { endOf, isFlow, type Place } from './place.ts';
import {
  indentAt,
  isFirstOnLine,
  joined,
  lineEnd,
  lineStart,
  newlineOf,
  nextLine,
  splice,
} from './splice.ts';
import { fitsFlow, flowText, itemLines, type Language } from './written.ts';

/** The text with an entry more in a list that has some, so that it stands at `at`. */
export function addEntry(
  text: string,
  place: Place & { readonly node: ListNode },
  at: number,
  value: unknown,
  language: Language,
): string | undefined {
  const { items } = place.node;
  const { items: shape } = place.shape.branch(true);
  const [before, after] = [items[at - 1], items[at]];
  if (isFlow(text, place.node) || place.inBrackets) {
    const written = flowText(value, shape, language);
    if (before) {
      const end = endOf(text, { node: before });
      return splice(text, end, end, `, ${written}`);
    }
    return after ? splice(text, after.start, after.start, `${written}, `) : undefined;
  }
  const beside = before ?? after;
  const dash = beside ? dashBefore(text, beside) : -1;
  if (!beside || dash === -1) return undefined;
  const indent = indentAt(text, dash);
  const inOneLine = beside.kind === 'map' && isFlow(text, beside) && fitsFlow(value);
  const lines = inOneLine
    ? [`- ${flowText(value, shape, language)}`]
    : itemLines(value, shape, language);
  const written = joined(text, lines, indent);
  if (before) {
    const end = lineEnd(text, endOf(text, { node: before }));
    return splice(text, end, end, newlineOf(text) + indent + written);
  }
  return splice(text, dash, dash, written + newlineOf(text) + indent);
}

/** The text without an entry of a list that has others. */
export function dropEntry(
  text: string,
  place: Place & { readonly node: ListNode },
  at: number,
): string | undefined {
  const { items } = place.node;
  const [before, item, after] = [items[at - 1], items[at], items[at + 1]];
  if (!item) return undefined;
  const end = endOf(text, { node: item });
  if (isFlow(text, place.node) || place.inBrackets) {
    if (after) return splice(text, item.start, after.start, '');
    return before ? splice(text, endOf(text, { node: before }), end, '') : undefined;
  }
  const dash = dashBefore(text, item);
  if (dash === -1 || !isFirstOnLine(text, dash)) return undefined;
  return splice(text, lineStart(text, dash), nextLine(text, end), '');
}

/** The offset of the dash of an entry on its line; -1 where it does not stand right before it. */
export function dashBefore(text: string, { start }: TreeNode): number {
  let at = start - 1;
  while (text.charAt(at) === ' ') at -= 1;
  return text.charAt(at) === '-' ? at : -1;
}
