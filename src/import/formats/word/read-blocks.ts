import type { Hidden, WordBlock, WordCell } from './blocks.ts';
import type { Numbering } from './numbering.ts';
import type { WordStyle } from './styles.ts';
import { attribute, isOn, type Token, tokensOf } from './tags.ts';

interface OpenParagraph {
  text: string;
  style: string;
  list: string;
  level: number;
  isOutline: boolean;
  /** Text boxes within: they follow the paragraph. */
  readonly boxes: WordBlock[];
}

interface OpenTable {
  readonly rows: WordCell[][];
  row: WordCell[];
  isDeleted: boolean;
}

interface OpenCell {
  span: number;
  goesOn: boolean;
}

/** Paragraphs and tables of a document, tracked changes as accepted; `hidden` is filled on the way. */
export function readBlocks(
  xml: string,
  numbering: Numbering,
  styles: ReadonlyMap<string, WordStyle>,
  hidden: Hidden,
): WordBlock[] {
  return new BlockReader(numbering, styles, hidden).read(xml);
}

class BlockReader {
  readonly #numbering: Numbering;
  readonly #styles: ReadonlyMap<string, WordStyle>;
  readonly #hidden: Hidden;
  /** Where blocks go: the body, a cell, a text box. */
  readonly #containers: WordBlock[][] = [[]];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #cells: OpenCell[] = [];
  /** Tags whose content is passed over, by how deep within them we are. */
  #passed: { readonly name: string; depth: number } | undefined;
  #deleted = 0;
  #text = false;
  #struck = false;
  #vanished = false;
  #inRun = false;
  #box = '';

  constructor(numbering: Numbering, styles: ReadonlyMap<string, WordStyle>, hidden: Hidden) {
    this.#numbering = numbering;
    this.#styles = styles;
    this.#hidden = hidden;
  }

  read(xml: string): WordBlock[] {
    for (const token of tokensOf(xml)) {
      if (this.#passed !== undefined) this.#pass(token, this.#passed);
      else if (token.kind === 'text') this.#onText(token.text);
      else if (token.kind === 'close') this.#onClose(token.name);
      else this.#onOpen(token);
    }
    return this.#containers[0] ?? [];
  }

  #pass(token: Token, passed: { readonly name: string; depth: number }): void {
    if (token.kind === 'text' || token.name !== passed.name || token.kind === 'empty') return;
    passed.depth += token.kind === 'open' ? 1 : -1;
    if (passed.depth === 0) this.#passed = undefined;
  }

  #onText(text: string): void {
    if (this.#text) this.#add(text);
  }

  /** Adds to the paragraph, unless the words are hidden in one way or another. */
  #add(text: string): void {
    const { deleted, struck, vanished } = this.#hidden;
    if (this.#deleted > 0) append(deleted, text);
    else if (this.#vanished) append(vanished, text);
    else if (this.#struck) append(struck, text);
    else {
      const paragraph = this.#paragraphs.at(-1);
      if (paragraph !== undefined) paragraph.text += text;
    }
  }

  #onOpen({ kind, name, attributes }: Exclude<Token, { kind: 'text' }>): void {
    const isEmpty = kind === 'empty';
    const paragraph = this.#paragraphs.at(-1);
    const value = attribute(attributes, 'w:val') ?? '';
    switch (name) {
      case 'mc:Fallback':
        if (!isEmpty) this.#passed = { name, depth: 1 };
        break;
      case 'w:p':
        if (isEmpty) break;
        this.#paragraphs.push({ ...BLANK, boxes: [] });
        break;
      case 'w:txbxContent':
        this.#containers.push([]);
        break;
      case 'w:tbl':
        this.#tables.push({ rows: [], row: [], isDeleted: false });
        break;
      case 'w:tr':
        this.#startRow();
        break;
      case 'w:tc':
        this.#cells.push({ span: 1, goesOn: false });
        this.#containers.push([]);
        break;
      case 'w:gridSpan':
        this.#onCell((cell) => {
          cell.span = Math.min(Math.max(1, Number(value) || 1), MOST_SPAN);
        });
        break;
      case 'w:vMerge':
        this.#onCell((cell) => {
          cell.goesOn = value !== 'restart';
        });
        break;
      case 'w:del':
      case 'w:moveFrom':
        if (isEmpty) this.#markDeletedRow(paragraph === undefined);
        else this.#deleted += 1;
        break;
      case 'w:r':
        this.#inRun = true;
        [this.#struck, this.#vanished] = [false, false];
        break;
      case 'w:strike':
      case 'w:dstrike':
        if (this.#inRun && isOn(attributes)) this.#struck = true;
        break;
      case 'w:vanish':
        if (this.#inRun && isOn(attributes)) this.#vanished = true;
        break;
      case 'w:t':
      case 'w:delText':
        this.#text = !isEmpty;
        break;
      case 'w:tab':
        if (this.#inRun) this.#add(' ');
        break;
      case 'w:br':
      case 'w:cr':
        this.#add('\n');
        break;
      case 'w:noBreakHyphen':
        this.#add('-');
        break;
      case 'w:sym':
        this.#add(SYMBOLS[(attribute(attributes, 'w:char') ?? '').toUpperCase()] ?? '□');
        break;
      case 'w:checkBox':
        this.#box = '□';
        break;
      case 'w:checked':
      case 'w:default':
        if (this.#box !== '' && isOn(attributes)) this.#box = '☑';
        break;
      case 'w:drawing':
      case 'w:pict':
        this.#hidden.pictures += 1;
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#hidden.notes += 1;
        break;
      default:
        if (paragraph !== undefined) onProperty(paragraph, name, value);
    }
  }

  #onClose(name: string): void {
    switch (name) {
      case 'w:p':
        this.#endParagraph();
        break;
      case 'w:txbxContent':
        this.#paragraphs.at(-1)?.boxes.push(...(this.#containers.pop() ?? []));
        break;
      case 'w:tbl':
        this.#endTable();
        break;
      case 'w:tr':
        this.#endRow();
        break;
      case 'w:tc':
        this.#endCell();
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.#deleted = Math.max(0, this.#deleted - 1);
        break;
      case 'w:r':
        this.#inRun = false;
        [this.#struck, this.#vanished] = [false, false];
        break;
      case 'w:t':
      case 'w:delText':
        this.#text = false;
        break;
      case 'w:checkBox':
        this.#add(this.#box);
        this.#box = '';
        break;
      default:
    }
  }

  #onCell(change: (cell: OpenCell) => void): void {
    const cell = this.#cells.at(-1);
    if (cell !== undefined) change(cell);
  }

  #startRow(): void {
    const table = this.#tables.at(-1);
    if (table !== undefined) [table.row, table.isDeleted] = [[], false];
  }

  /** A mark of deletion outside of a paragraph is that of a row. */
  #markDeletedRow(isOutside: boolean): void {
    const table = this.#tables.at(-1);
    if (isOutside && table !== undefined) table.isDeleted = true;
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    if (!table.isDeleted) table.rows.push(table.row);
    else append(this.#hidden.deleted, table.row.map(textOfCell).join(' '));
  }

  #endCell(): void {
    const blocks = this.#containers.pop() ?? [];
    const { span = 1, goesOn = false } = this.#cells.pop() ?? {};
    this.#tables.at(-1)?.row.push({ blocks, span, goesOn });
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (table !== undefined) this.#containers.at(-1)?.push({ kind: 'table', rows: table.rows });
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const style = this.#styles.get(paragraph.style);
    const own = paragraph.list === '' ? style?.list : paragraph;
    const body = paragraph.text.trim();
    const number = own === undefined || body === '' ? '' : this.#numbering.next(own);
    const isHeading = paragraph.isOutline || style?.isHeading === true;
    const blocks = this.#containers.at(-1);
    if (body !== '') blocks?.push({ kind: 'paragraph', text: number + body, isHeading });
    blocks?.push(...paragraph.boxes);
  }
}

const BLANK = { text: '', style: '', list: '', level: 0, isOutline: false };
const MOST_SPAN = 200;

/** Wingdings that people tick boxes with. */
const SYMBOLS: Readonly<Record<string, string>> = {
  F0FE: '☑',
  F052: '☑',
  F0FD: '☒',
  F0FC: '√',
  F0A8: '□',
  F06F: '□',
  F071: '□',
  F0A3: '□',
};

function onProperty(paragraph: OpenParagraph, name: string, value: string): void {
  if (name === 'w:pStyle') paragraph.style = value;
  else if (name === 'w:numId') paragraph.list = value;
  else if (name === 'w:ilvl') paragraph.level = Number(value);
  else if (name === 'w:outlineLvl' && Number(value) < 9) paragraph.isOutline = true;
}

function append(list: string[], text: string): void {
  if (text.trim() !== '') list.push(text.trim());
}

/** The paragraphs of a cell, a line each; a table within is none of them. */
export function textOfCell({ blocks }: WordCell): string {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n');
}
