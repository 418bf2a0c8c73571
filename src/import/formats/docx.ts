import { say } from '../../model/words.ts';
import type { Columns } from '../columns.ts';
import type { Sheet } from '../sheet.ts';
import type { Format, InputFile, Opened } from './format.ts';
import { hasEnding } from './text.ts';
import type { Hidden, WordBlock } from './word/blocks.ts';
import { guideSheetOf } from './word/guide-sheet.ts';
import { Numbering } from './word/numbering.ts';
import { openWord } from './word/package.ts';
import { readBlocks } from './word/read-blocks.ts';
import { stylesOf } from './word/styles.ts';
import { sheetOfTable } from './word/table-sheet.ts';
import { refuseBomb } from './zip-bounds.ts';
import { packedKind } from './zip-parts.ts';

/** Word: every table in it, and guides written as headings and text. */
export const docxFormat: Format = {
  id: 'docx',
  called: say('这是 Word 文档', 'this is a Word document'),
  is: (file) => packedKind(file.bytes) === 'docx' || hasEnding(file, 'docx'),
  open: openDocument,
};

function openDocument({ bytes }: InputFile, columns: Columns): Opened {
  refuseBomb(bytes);
  const parts = openWord(bytes);
  const hidden: Hidden = { deleted: [], struck: [], vanished: [], pictures: 0, notes: 0 };
  const styles = stylesOf(parts.styles);
  const blocks = readBlocks(parts.document, new Numbering(parts.numbering), styles, hidden);
  const comments = [...parts.comments.matchAll(/<w:comment\b/g)].length;
  const { sheets, remarks } = sheetsOf(blocks, columns);
  return { sheets, remarks: [...remarks, ...hiddenRemarks(hidden, comments)] };
}

function sheetsOf(
  blocks: readonly WordBlock[],
  columns: Columns,
): { sheets: Sheet[]; remarks: string[] } {
  const guide = guideSheetOf(blocks, columns, '正文');
  if (guide !== undefined) {
    const named = guide.named === undefined ? [] : [`事项名称取自标题“${guide.named}”，请核对`];
    return { sheets: [guide.sheet], remarks: [...named, ...outsideRemarks(guide.outside)] };
  }
  const sheets: Sheet[] = [];
  const outside: string[] = [];
  let before = '';
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      before = block.text;
      outside.push(block.text);
      continue;
    }
    const name = before !== '' && [...before].length <= 30 ? before : `表${sheets.length + 1}`;
    sheets.push(sheetOfTable(block, name));
  }
  return { sheets, remarks: outsideRemarks(outside) };
}

function outsideRemarks(texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [`表格以外的文字没有导入：${texts.join('、')}`];
}

function hiddenRemarks({ deleted, struck, vanished, pictures, notes }: Hidden, comments: number) {
  const quoted = (texts: readonly string[]): string => texts.map((one) => `“${one}”`).join('、');
  const told: [boolean, string][] = [
    [deleted.length > 0, `修订中删除的文字没有导入：${quoted(deleted)}`],
    [struck.length > 0, `划了删除线的文字没有导入：${quoted(struck)}`],
    [vanished.length > 0, `隐藏文字没有导入：${quoted(vanished)}`],
    [comments > 0, `批注${comments}条没有导入`],
    [notes > 0, `脚注、尾注${notes}处没有导入`],
    [pictures > 0, `图片${pictures}张没有导入`],
  ];
  return told.flatMap(([is, text]) => (is ? [text] : []));
}
