import { say } from '../../model/words.ts';
import type { Sheet } from '../sheet.ts';
import { type CsvDialect, parseCsv } from './csv-rows.ts';
import type { Format } from './format.ts';
import { encodingRemarks, textOf } from './text.ts';

/** CSV with commas, semicolons, tabs or bars; whatever text is left is tried as such. */
export const csvFormat: Format = {
  id: 'csv',
  called: say('这是文本', 'this is a text'),
  is: () => true,
  async open(file) {
    return { sheets: [await sheetOf(textOf(file), true)], ...encodingRemarks(file) };
  },
};

/** Reads CSV text with commas, semicolons, tabs or bars. Throws ImportFailure. */
export async function readCsv(text: string): Promise<Sheet> {
  return sheetOf(text, false);
}

async function sheetOf(text: string, recover: boolean): Promise<Sheet> {
  const { detectDelimiter } = await import('hucre/csv');
  const body = text.replace(/^\ufeff/, '');
  const dialect = { ...dialectOf(body, detectDelimiter(body)), recover };
  const { rows, broken } = parseCsv(body, dialect);
  if (broken.length === 0) return { name: '', rows };
  const lines = broken.slice(0, MOST_LISTED).join('、');
  const more = broken.length > MOST_LISTED ? `……共${broken.length}行` : '';
  const remark = `引号没有配对的行，按应有的格数读了，请逐格核对：第${lines}${more}行`;
  return { name: '', rows, remarks: [remark] };
}

const MOST_LISTED = 20;
/** In characters: what is looked at to see how cells are parted. */
const SAMPLE = 20_000;
const LEAST = 8;

/** Blanks behind nearly every delimiter belong to it; apostrophes quote where nothing else does. */
function dialectOf(text: string, delimiter: string): CsvDialect {
  const sample = text.slice(0, SAMPLE);
  const parts = sample.split(delimiter).length - 1;
  const blanks = sample.split(`${delimiter} `).length - 1;
  const spaced = delimiter !== '\t' && parts >= LEAST && blanks >= parts * 0.9;
  const cut = delimiter === '\t' ? '\\t' : `\\${delimiter}`;
  const quoted = sample.match(new RegExp(`(?<=^|${cut})'[^\\r\\n]*?'(?=${cut}|$)`, 'gm')) ?? [];
  const isApostrophe = !sample.includes('"') && quoted.length >= LEAST;
  return { delimiter, spaced, ...(isApostrophe ? { quote: "'" } : {}) };
}
