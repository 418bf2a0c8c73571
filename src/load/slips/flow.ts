import { cut } from '../findings.ts';
import type { Shape } from '../shape.ts';
import type { Edit, Slip } from './slip.ts';
import { tellValue } from './tell-slips.ts';

const PAIRS: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** Where brackets that open at an offset are closed; -1 when they never are before a limit, with what is missing. */
export function scanFlow(
  text: string,
  at: number,
  limit: number,
): { readonly end: number; readonly open: string } {
  const open: string[] = [];
  let quote = '';
  for (let place = at; place < limit; place += 1) {
    const sign = text.charAt(place);
    if (quote !== '') {
      if (sign === '\\' && quote === '"') place += 1;
      else if (sign === quote) quote = '';
      continue;
    }
    // A quote opens a scalar only where one can begin.
    if (/["']/.test(sign) && /[[{,:\s]/.test(text.charAt(place - 1))) quote = sign;
    else if (PAIRS[sign] !== undefined) open.push(PAIRS[sign]);
    else if (sign === open.at(-1)) {
      open.pop();
      if (open.length === 0) return { end: place + 1, open: '' };
    }
  }
  return { end: -1, open: open.toReversed().join('') };
}

const KEY = /([{,，]\s*)([^\s:：,，{}[\]"']+)(\s*[:：]\s*)/g;

/** Slips within brackets: colons and commas of Chinese input between keys and entries. */
export function flowSlips(
  text: string,
  start: number,
  end: number,
  shape: Shape | undefined,
): Slip[] {
  const map = text.charAt(start) === '{' ? shape?.branch(false) : shape?.items.branch(false);
  const keys = map?.keys;
  if (keys === undefined) return [];
  const written = text.slice(start, end);
  const edits: Edit[] = [];
  let first: RegExpExecArray | undefined;
  for (const match of written.matchAll(KEY)) {
    const [, before = '', word = '', colon = ''] = match;
    if (!keys.has(word)) continue;
    const at = start + match.index;
    const count = edits.length;
    if (before.startsWith('，')) edits.push({ start: at, end: at + before.length, text: ', ' });
    if (!/^ *: +$/.test(colon)) {
      const from = at + before.length + word.length;
      edits.push({ start: from, end: from + colon.length, text: ': ' });
    }
    if (edits.length > count) first ??= match;
  }
  if (first === undefined) return [];
  const mended = edits.reduceRight(
    (line, edit) => line.slice(0, edit.start - start) + edit.text + line.slice(edit.end - start),
    written,
  );
  const rule = first[3]?.includes('：') ? 'fullwidth-colon' : 'list-separator';
  const at = start + first.index;
  const told = tellValue(
    rule,
    `“${first[2]}”前后的标点不对，这里只认半角冒号、逗号加空格`,
    `punctuation beside “${first[2]}”: only an ASCII colon or comma and a blank count`,
    cut(mended),
  );
  return [{ ...told, start: at + 1, end: at + first[0].trimEnd().length, edits, sure: true }];
}
