import { say, type Words } from '../../model/words.ts';
import { ImportFailure } from '../failure.ts';
import { begins, type Format, type InputFile } from './format.ts';
import { packedKind } from './zip-parts.ts';

/** A kind of file that is known and not read. */
interface Refused {
  readonly id: string;
  is(file: InputFile): boolean;
  readonly words: Words;
}

const SAVE_TABLE = '请在 WPS 或 Excel 里另存为 XLSX 后再导入';
const TO_TABLE = '请把其中的表格复制到 XLSX 里再导入';

const bytesOf = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));
const starts =
  (...signatures: (readonly number[])[]) =>
  (file: InputFile) =>
    signatures.some((signature) => begins(file.bytes, signature));
const packed = (kind: string) => (file: InputFile) => packedKind(file.bytes) === kind;

const REFUSED: readonly Refused[] = [
  {
    id: 'pdf',
    is: starts(bytesOf('%PDF')),
    words: say(
      `这是 PDF，不能从中读出表格；请向提供的人要原来的表格或 Word 文件，或${TO_TABLE.slice(1)}`,
      'this is a PDF: ask for the table it was made from, or copy its tables to an XLSX file',
    ),
  },
  {
    id: 'picture',
    is: starts(
      [0x89, 0x50, 0x4e, 0x47],
      [0xff, 0xd8, 0xff],
      bytesOf('GIF8'),
      [0x49, 0x49, 0x2a, 0],
      [0x4d, 0x4d, 0, 0x2a],
    ),
    words: say(
      '这是图片，里面的文字读不出来；请向提供的人要原来的表格，或者照图片填一份 XLSX',
      'this is a picture: ask for the table it shows, or type it into an XLSX file',
    ),
  },
  {
    id: 'archive',
    is: starts(bytesOf('Rar!'), [0x37, 0x7a, 0xbc, 0xaf], [0x1f, 0x8b], bytesOf('BZh')),
    words: say(
      '这是压缩包；请先解压，再逐个导入里面的文件',
      'this is an archive: unpack it and import the files in it one by one',
    ),
  },
  {
    id: 'zip',
    is: packed('zip'),
    words: say(
      '这是压缩包，里面没有工作簿；请先解压，再逐个导入里面的文件。如果它本来是 XLSX，文件已损坏，请重新另存',
      'this is an archive and no workbook: unpack it and import its files; if it was an XLSX, ' +
        'it is damaged and has to be saved again',
    ),
  },
  {
    id: 'pptx',
    is: packed('pptx'),
    words: say(`这是演示文稿，不读；${TO_TABLE}`, 'these are slides: copy the tables to XLSX'),
  },
  {
    id: 'xlsb',
    is: packed('xlsb'),
    words: say(`这是二进制工作簿 XLSB，不读；${SAVE_TABLE}`, 'this is XLSB: save it as XLSX'),
  },
  {
    id: 'rtf',
    is: starts(bytesOf('{\\rtf')),
    words: say(`这是 RTF 文档，不读；${TO_TABLE}`, 'this is RTF: copy its tables to XLSX'),
  },
];

/** Kinds that are told by name and what to do, and never tried. */
export const refusedFormats: readonly Format[] = REFUSED.map(({ id, is, words }) => ({
  id,
  is,
  open(): never {
    throw new ImportFailure(words);
  },
}));
