import { say } from '../../model/words.ts';
import type { Sheet } from '../sheet.ts';
import { parseCsv } from './csv-rows.ts';
import type { Format } from './format.ts';
import { encodingRemarks, textOf } from './text.ts';

/** CSV with commas, semicolons, tabs or bars; whatever text is left is tried as such. */
export const csvFormat: Format = {
  id: 'csv',
  called: say('这是文本', 'this is a text'),
  is: () => true,
  async open(file) {
    return { sheets: [await readCsv(textOf(file))], ...encodingRemarks(file) };
  },
};

/** Reads CSV text with commas, semicolons, tabs or bars. Throws ImportFailure. */
export async function readCsv(text: string): Promise<Sheet> {
  const { detectDelimiter } = await import('hucre/csv');
  const body = text.replace(/^\ufeff/, '');
  return { name: '', rows: parseCsv(body, detectDelimiter(body)) };
}
