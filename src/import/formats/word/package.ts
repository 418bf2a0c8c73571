import { type Archive, openArchive, unpack } from '../../../load/forms/zip.ts';
import { say } from '../../../model/words.ts';
import { MOST } from '../../bounds.ts';
import { ImportFailure } from '../../failure.ts';

/** The parts of a Word document that are read, as XML; blank where a document has none. */
export interface WordParts {
  readonly document: string;
  readonly numbering: string;
  readonly styles: string;
  readonly comments: string;
}

/** Throws ImportFailure for what is damaged, protected, or too large. */
export function openWord(bytes: Uint8Array): WordParts {
  const archive = openArchive(bytes);
  if (archive === undefined) throw damaged();
  const document = partOf(archive, 'word/document.xml');
  if (document === undefined) throw damaged();
  return {
    document,
    numbering: partOf(archive, 'word/numbering.xml') ?? '',
    styles: partOf(archive, 'word/styles.xml') ?? '',
    comments: partOf(archive, 'word/comments.xml') ?? '',
  };
}

/** XML of a hundred pages has some 5 MB. */
const MOST_XML = 64 << 20;

function partOf(archive: Archive, name: string): string | undefined {
  const member = archive.members.find((one) => one.name === name);
  if (member === undefined) return undefined;
  if (member.size > Math.min(MOST_XML, MOST.unpacked)) {
    throw new ImportFailure(
      say('文档太大，不读；请拆成几个文件', 'the document is too large: split it'),
    );
  }
  return unpack(archive, member, MOST_XML)?.toString('utf8');
}

function damaged(): ImportFailure {
  return new ImportFailure(
    say(
      '这个 Word 文档打不开：文件已损坏，请在 Word 或 WPS 里打开后另存为 DOCX',
      'this Word document is damaged: open it in Word and save it as DOCX again',
    ),
  );
}
