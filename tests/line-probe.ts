import type { Page } from 'playwright-core';

/** What is wrong with the lines of a page, as a browser set them. */
export interface LineFaults {
  readonly lines: number;
  /** Numbers parted from their units, spans of time and numbers of documents in two lines. */
  readonly torn: readonly string[];
  /** Lines that begin with what may not begin one. */
  readonly starts: readonly string[];
  /** Last lines of a single character. */
  readonly orphans: readonly string[];
}

const UNITS =
  '工作日|自然日|个|日|天|元|份|件|次|年|月|时|分|小时|分钟|号|条|款|项|楼|层|室|人|岁|页|张';
const WHOLE = `第?[0-9][0-9.,:]*(?:[—–～~/-]+[0-9][0-9.,:]*)?(?:个?(?:${UNITS}))?`;

/**
 * Looks at every line of every visible block. Runs as text in the page: it must not name anything
 * from here.
 */
const PROBE = `(() => {
  const WHOLE = new RegExp(${JSON.stringify(WHOLE)}, 'g');
  const FORBIDDEN = /[。，、．：；！？）》」』】〕”’〉％%—–～\\/]/;
  const found = { lines: 0, torn: [], starts: [], orphans: [] };
  const blockOf = (node) => {
    let at = node.parentElement;
    while (at && getComputedStyle(at).display.startsWith('inline') && !getComputedStyle(at).display.startsWith('inline-')) at = at.parentElement;
    return at;
  };
  const blocks = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (/^(SCRIPT|STYLE|NOSCRIPT|OPTION|TEXTAREA)$/.test(node.parentElement.tagName)) continue;
    const block = blockOf(node);
    if (!block || !block.checkVisibility()) continue;
    const rows = blocks.get(block) || [];
    blocks.set(block, rows);
    const range = document.createRange();
    for (let at = 0; at < node.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const rect = range.getClientRects()[0];
      if (!rect || rect.width === 0 || /\\s/.test(node.data[at])) continue;
      const last = rows[rows.length - 1];
      const fresh = !last || (rect.top > last.bottom - 3 && rect.left < last.right + 1);
      rows.push({ char: node.data[at], line: last ? last.line + (fresh ? 1 : 0) : 0, bottom: rect.bottom, right: rect.right });
    }
  }
  for (const rows of blocks.values()) {
    if (rows.length === 0) continue;
    const text = rows.map((row) => row.char).join('');
    const around = (at) => text.slice(Math.max(0, at - 8), at) + '|' + text.slice(at, at + 8);
    const last = rows[rows.length - 1].line;
    found.lines += last + 1;
    rows.forEach((row, at) => {
      if (at > 0 && row.line !== rows[at - 1].line && FORBIDDEN.test(row.char)) found.starts.push(around(at));
    });
    for (const match of text.matchAll(WHOLE)) {
      const end = match.index + match[0].length;
      for (let at = match.index + 1; at < end; at += 1) {
        if (match[0].length < 24 && !/[A-Z]/.test(text[match.index - 1] || '') && rows[at].line !== rows[at - 1].line) found.torn.push(around(at));
      }
    }
    const tail = rows.filter((row) => row.line === last && !/[。，、；：！？）》」』”]/.test(row.char));
    if (last > 0 && tail.length === 1 && /[\\u4e00-\\u9fff]/.test(tail[0].char)) found.orphans.push(around(text.length - 1));
  }
  return found;
})()`;

export async function lineFaults(page: Page): Promise<LineFaults> {
  return page.evaluate<LineFaults>(PROBE);
}
