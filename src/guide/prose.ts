import MarkdownIt, { type Token } from 'markdown-it';
import { remembered } from '../text/remember.ts';
import type { Block, Cell, Inline } from './guide.ts';

const markdown = new MarkdownIt('default', { html: false, linkify: false, breaks: true });
markdown.disable(['image', 'code', 'html_block', 'html_inline']);
markdown.validateLink = isSafeLink;

/** Only addresses that can do no harm: http, https, mail and telephone. */
function isSafeLink(address: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)[^\s]+$/i.test(address.trim());
}

/**
 * Free text (Markdown) as blocks. Raw HTML stays text; a line break starts a new paragraph, as
 * authors of Chinese text mean it. Never empty for text that is not blank.
 */
export function proseBlocks(text: string): Block[] {
  return plainBlocks(text) ?? [...knownBlocks(text)];
}

function plainParagraph(text: string): Block {
  return { kind: 'paragraph', text: [{ text }] };
}

/** A character that Markdown may take for a mark, a line that may be one, or blanks it would cut. */
const MARKS = /[\\`*_[\]<>&~|=#\p{Cc}]|^[-+!:]|^\d+[.)]|^\s|\s$/u;

/**
 * A text in which nothing can be a mark but the numbers of lists 1. 2. 3. that stand by themselves:
 * most of a catalogue's; else undefined.
 */
function plainBlocks(text: string): Block[] | undefined {
  const blocks: Block[] = [];
  for (const part of text.split(/\n\n+/)) {
    const lines = part.split('\n').filter((line) => line !== '');
    if (lines.some((line) => MARKS.test(line))) {
      // A list goes on behind a blank line.
      if (blocks.at(-1)?.kind === 'list') return undefined;
      const entries = numberedEntries(lines);
      if (entries === undefined) return undefined;
      const items = entries.map((entry) => [plainParagraph(entry)]);
      blocks.push({ kind: 'list', ordered: true, items });
    } else blocks.push(...lines.map(plainParagraph));
  }
  return blocks;
}

/** The entries of a list 1. 2. 3.; undefined where lines are something else or hold other marks. */
function numberedEntries(lines: readonly string[]): string[] | undefined {
  const entries: string[] = [];
  for (const line of lines) {
    const number = `${entries.length + 1}. `;
    const entry = line.slice(number.length);
    if (entry === '' || !line.startsWith(number) || MARKS.test(entry)) return undefined;
    entries.push(entry);
  }
  return entries;
}

/** The same for any text, slower: it is parsed as Markdown. */
export function markdownBlocks(text: string): Block[] {
  const tokens = new Reader(markdown.parse(text, {}));
  return tokens.blocks();
}

/** Rights, remedies and notes are the same in many items. */
const knownBlocks = remembered(markdownBlocks, 200);

/** Free text as one run: paragraphs and the entries of lists follow each other. */
export function proseInline(text: string): Inline[] {
  const blocks = proseBlocks(text);
  const only = blocks[0];
  if (blocks.length === 1 && only?.kind === 'paragraph') return [...only.text];
  return blocks.flatMap((block, index) => [
    ...(index === 0 ? [] : [{ text: ' ' }]),
    ...flatten(block),
  ]);
}

/** A block as one run: the entries of a list are parted by semicolons. */
function flatten(block: Block): Inline[] {
  if (block.kind === 'paragraph') return [...block.text];
  if (block.kind === 'heading') return [{ text: block.text }];
  if (block.kind === 'note') return block.blocks.flatMap(flatten);
  if (block.kind === 'table') return block.rows.flat(3);
  if (block.kind !== 'list') return [];
  return block.items.flatMap((item, index) => {
    const runs = item.flatMap(flatten);
    const last = runs[runs.length - 1]?.text ?? '';
    const part = index === block.items.length - 1 || /[；。;]$/.test(last) ? [] : [{ text: '；' }];
    return [...runs, ...part];
  });
}

/** Reads markdown-it's flat token list as a tree of blocks. */
class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Blocks up to a closing token of the given type, or to the end. */
  blocks(until?: string): Block[] {
    const blocks: Block[] = [];
    for (let token = this.#next(); token !== undefined; token = this.#next()) {
      if (token.type === until) break;
      blocks.push(...this.#block(token));
    }
    return blocks;
  }

  #next(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  #block(token: Token): Block[] {
    switch (token.type) {
      case 'heading_open': {
        const text = this.#inline()
          .flat()
          .map((run) => run.text)
          .join('');
        return [{ kind: 'heading', level: 4, text }];
      }
      case 'paragraph_open':
        return this.#inline().map((text) => ({ kind: 'paragraph', text }));
      case 'bullet_list_open':
      case 'ordered_list_open':
        return [this.#list(token)];
      case 'blockquote_open':
        return [{ kind: 'note', tone: 'info', blocks: this.blocks('blockquote_close') }];
      case 'table_open':
        return [this.#table()];
      case 'fence':
      case 'code_block':
        return token.content
          .trimEnd()
          .split('\n')
          .map((text) => ({ kind: 'paragraph', text: [{ text }] }));
      default:
        return [];
    }
  }

  #list(open: Token): Block {
    const ordered = open.type === 'ordered_list_open';
    const start = Number(open.attrGet('start') ?? 1);
    const items: Block[][] = [];
    for (let token = this.#next(); token?.type === 'list_item_open'; token = this.#next()) {
      items.push(this.blocks('list_item_close'));
    }
    return { kind: 'list', ordered, ...(start === 1 ? {} : { start }), items };
  }

  #table(): Block {
    const rows: Cell[][] = [];
    for (let token = this.#next(); token?.type !== 'table_close'; token = this.#next()) {
      if (token === undefined) break;
      if (token.type === 'tr_open') rows.push([]);
      if (/^t[hd]_open$/.test(token.type)) rows[rows.length - 1]?.push(this.#inline());
    }
    const [head = [], ...body] = rows;
    const columns = head.map((cell) => ({
      title: cell
        .flat()
        .map((run) => run.text)
        .join(''),
      weight: 1,
    }));
    return { kind: 'table', columns, rows: body };
  }

  /** The inline token that comes next and its closing one, as lines of runs. */
  #inline(): Inline[][] {
    const inline = this.#next();
    this.#at += 1;
    return inlineRuns(inline?.children ?? []);
  }
}

/** Runs of text; a line break starts a new line. */
function inlineRuns(tokens: readonly Token[]): Inline[][] {
  const lines: Inline[][] = [[]];
  let strong = 0;
  let emphasis = 0;
  let href: string | null = null;
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') lines.push([]);
    else if (token.type === 'strong_open') strong += 1;
    else if (token.type === 'strong_close') strong -= 1;
    else if (token.type === 'em_open') emphasis += 1;
    else if (token.type === 'em_close') emphasis -= 1;
    else if (token.type === 'link_open') href = String(token.attrGet('href') ?? '') || null;
    else if (token.type === 'link_close') href = null;
    else if (token.content !== '') {
      lines[lines.length - 1]?.push({
        text: token.content,
        ...(strong > 0 ? { strong: true as const } : {}),
        ...(emphasis > 0 ? { emphasis: true as const } : {}),
        ...(href === null ? {} : { href }),
      });
    }
  }
  return lines.filter((line) => line.length > 0);
}
