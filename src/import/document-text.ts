import { say } from '../model/words.ts';
import { decodeEntities } from '../text/markup.ts';
import { ImportFailure } from './failure.ts';
import { isCompound } from './formats/compound.ts';
import type { InputFile } from './formats/format.ts';
import { hasEnding, textOf } from './formats/text.ts';
import type { Hidden, WordBlock } from './formats/word/blocks.ts';
import { Numbering } from './formats/word/numbering.ts';
import { openWord } from './formats/word/package.ts';
import { readBlocks } from './formats/word/read-blocks.ts';
import { stylesOf } from './formats/word/styles.ts';
import { refuseBomb } from './formats/zip-bounds.ts';
import { packedKind } from './formats/zip-parts.ts';

/**
 * The running text of a Word document or a web page, a paragraph a line, tracked changes as
 * accepted; of any other file undefined. Throws ImportFailure.
 */
export function textOfDocument(file: InputFile): string | undefined {
  if (isCompound(file)) throw old();
  if (packedKind(file.bytes) === 'docx' || hasEnding(file, 'docx')) return wordText(file.bytes);
  if (!hasEnding(file, 'html', 'htm', 'xhtml')) return undefined;
  return pageText(textOf(file));
}

function wordText(bytes: Uint8Array): string {
  refuseBomb(bytes);
  const parts = openWord(bytes);
  const hidden: Hidden = { deleted: [], struck: [], vanished: [], pictures: 0, notes: 0 };
  const numbering = new Numbering(parts.numbering);
  return readBlocks(parts.document, numbering, stylesOf(parts.styles), hidden)
    .flatMap(linesOf)
    .join('\n');
}

function linesOf(block: WordBlock): string[] {
  if (block.kind === 'paragraph') return [block.text];
  return block.rows.flatMap((row) => row.flatMap(({ blocks }) => blocks.flatMap(linesOf)));
}

const UNSEEN =
  /<!--[\s\S]*?-->|<(script|style|template|noscript|head|nav|header|footer|select)\b[\s\S]*?<\/\1\s*>/gi;
const PARTS =
  /<\/?(?:p|div|br|hr|li|ul|ol|tr|td|th|table|h[1-6]|section|article|main|center|blockquote|pre|dd|dt)\b[^>]*>/gi;

function pageText(page: string): string {
  const text = page
    .replace(UNSEEN, '\n')
    .replace(/[\r\n]+/g, ' ')
    .replace(PARTS, '\n');
  return decodeEntities(text.replace(/<[^>]*>/g, ''));
}

function old(): ImportFailure {
  return new ImportFailure(
    say(
      '这是旧版 Word 文档（.doc）或者加了密码的文档，不读；请打开后另存为 DOCX',
      'this is a Word document of old (.doc) or has a password: open it and save it as DOCX',
    ),
  );
}
