import type { ListNode } from './list-tree.ts';

/** An entry with everything below it as Markdown: paragraphs, and numbered lists nested in it. */
export function nodeToMarkdown(node: ListNode): string {
  const own = toMarkdown(entryText(node.text));
  if (node.children.length === 0) return own;
  const list = listToMarkdown(node.children);
  return own === '' ? list : `${own}\n\n${list}`;
}

/** Entries as a numbered list; their own sub-lists are indented below them. */
export function listToMarkdown(nodes: readonly ListNode[]): string {
  return nodes
    .map((node, index) => {
      const number = `${index + 1}. `;
      const indent = ' '.repeat(number.length);
      const lines = toMarkdown(entryText(node.text)).split('\n');
      const text = lines.map((line) => (line === '' ? '' : indent + line)).join('\n');
      const below = node.children.length === 0 ? '' : `\n${indented(node.children, indent)}`;
      return number + text.slice(indent.length) + below;
    })
    .join('\n');
}

function indented(nodes: readonly ListNode[], indent: string): string {
  return listToMarkdown(nodes)
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}

/** An entry without the mark that parted it from the next: `；`, and `。` after one sentence. */
export function entryText(text: string): string {
  const bare = text.trim().replace(/[；;，,、]+$/, '');
  return /^[^。\n]*[。.]$/.test(bare) ? bare.slice(0, -1) : bare;
}

/** Plain lines as Markdown paragraphs; signs that Markdown would take for its own are escaped. */
export function toMarkdown(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeStart(line.trim().replace(/[\\`*_]|\[(?=[^\]]*\]\()/g, '\\$&')))
    .filter((line) => line !== '')
    .join('\n\n');
}

function escapeStart(line: string): string {
  return line
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?=[#>]|[-+](?:\s|$)|[-=~]{3,}|\|)/, '\\');
}
