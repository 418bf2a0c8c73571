import { say } from '../../model/words.ts';
import { MOST, refuseRows } from '../bounds.ts';
import { ImportFailure } from '../failure.ts';
import type { Sheet } from '../sheet.ts';
import { hasStream, isCompound } from './compound.ts';
import type { Format, InputFile } from './format.ts';
import { type CellValue, cellsOf, refuseMerges } from './xlsx.ts';

/** XLS and ET of old; its reader is loaded for such files alone. */
export const xlsFormat: Format = {
  id: 'xls',
  called: say('这是旧版工作簿', 'this is a workbook of old'),
  is(file) {
    if (isCompound(file)) return true;
    // Excel 4 and older, which began without a container.
    return file.bytes[0] === 0x09 && file.bytes[2] !== undefined && file.bytes[2] <= 0x08;
  },
  async open(file) {
    if (isCompound(file) && !hasBook(file)) throw failureOf(false, undefined);
    const xlsx = await import('@e965/xlsx');
    const codepages = await import('@e965/xlsx/dist/cpexcel');
    xlsx.set_cptable(codepages);
    try {
      const book = xlsx.read(file.bytes, {
        sheetRows: MOST.rows + 1,
        cellDates: true,
        codepage: 936,
      });
      const sheets = book.SheetNames.map((name, at) =>
        toSheet(xlsx, name, book.Sheets[name], (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0),
      );
      refuseRows(sheets.reduce((sum, { rows }) => sum + rows.length, 0));
      return { sheets };
    } catch (error) {
      if (error instanceof ImportFailure) throw error;
      throw failureOf(true, error);
    }
  },
};

function hasBook(file: InputFile): boolean {
  return hasStream(file, 'Workbook') || hasStream(file, 'Book');
}

type Xlsx = typeof import('@e965/xlsx');
type WorkSheet = import('@e965/xlsx').WorkSheet;

function toSheet(xlsx: Xlsx, name: string, sheet: WorkSheet | undefined, hidden: boolean): Sheet {
  const raw = xlsx.utils.sheet_to_json<CellValue[]>(sheet ?? {}, {
    ...{ header: 1, raw: true, defval: null, blankrows: true, UTC: true },
  });
  const start = sheet?.['!ref'] === undefined ? 0 : xlsx.utils.decode_range(sheet['!ref']).s.r;
  const left = sheet?.['!ref'] === undefined ? 0 : xlsx.utils.decode_range(sheet['!ref']).s.c;
  // The used range may begin below the first row; places are told from the first.
  const pad = Array.from({ length: left }, () => null);
  const rows = [...Array.from({ length: start }, () => []), ...raw.map((row) => [...pad, ...row])];
  const merges = (sheet?.['!merges'] ?? []).map(({ s, e }) => ({
    ...{ top: s.r, left: s.c, bottom: e.r, right: e.c },
  }));
  refuseMerges(merges);
  const hiddenRows = (sheet?.['!rows'] ?? []).flatMap((row, at) => (row?.hidden ? [at] : []));
  const hiddenColumns = (sheet?.['!cols'] ?? []).flatMap((one, at) => (one?.hidden ? [at] : []));
  return { ...cellsOf({ name, rows }), merges, hidden, hiddenRows, hiddenColumns };
}

function failureOf(isBook: boolean, error: unknown): ImportFailure {
  if (/password/i.test(String(error))) {
    return new ImportFailure(
      say(
        '这个工作簿加了密码，读不了；请打开后去掉密码，另存为 XLSX 再导入',
        'this workbook has a password: save it as XLSX without it',
      ),
    );
  }
  return new ImportFailure(
    isBook
      ? say(
          '这个旧版 XLS 文件已损坏，读不了；请在 WPS 或 Excel 里打开，另存为 XLSX 再导入',
          'this XLS file is damaged: open it and save it as XLSX',
        )
      : say(
          '这是旧版 Office 文件，里面没有工作簿；请另存为 XLSX 或 DOCX 再导入',
          'this Office file of old holds no workbook: save it as XLSX or DOCX',
        ),
  );
}
