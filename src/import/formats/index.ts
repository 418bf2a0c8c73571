import { docFormat, encryptedFormat } from './compound.ts';
import { csvFormat } from './csv.ts';
import { docxFormat } from './docx.ts';
import type { Format, InputFile } from './format.ts';
import { htmlFormat } from './html.ts';
import { jsonFormat } from './json.ts';
import { markdownFormat } from './markdown.ts';
import { refusedFormats } from './refused.ts';
import { xlsFormat } from './xls.ts';
import { damagedXlsxFormat, xlsxFormat } from './xlsx.ts';
import { xmlFormat } from './xml.ts';

/** In this order: bytes that tell, then texts that tell, and CSV for whatever is left. */
const FORMATS: readonly Format[] = [
  encryptedFormat,
  docFormat,
  xlsxFormat,
  xlsFormat,
  docxFormat,
  ...refusedFormats,
  damagedXlsxFormat,
  jsonFormat,
  htmlFormat,
  xmlFormat,
  markdownFormat,
  csvFormat,
];

/** The format of a file; the last takes every text. Throws ImportFailure for no text at all. */
export function formatOf(file: InputFile): Format {
  const format = FORMATS.find((one) => one.is(file));
  return format ?? csvFormat;
}
