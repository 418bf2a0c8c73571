import type { Catalog } from '../model/catalog.ts';
import { say, type Words } from '../model/words.ts';
import type { ExportedFile } from './exported.ts';
import { JSON_FORMAT } from './json.ts';
import { KINDS, MARK_HEAD } from './layout.ts';
import { entriesOf, type Table, tablesOf } from './tables.ts';

/** What an export is made of. */
export interface ExportContext {
  readonly catalog: Catalog;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The name of the file to write, without folders; absent where a folder is written. */
  readonly file?: string;
}

/** A form in which a catalogue can be handed on. */
export interface ExportFormat {
  readonly name: Words;
  /** Endings of file names that stand for it; none for what goes to a folder only. */
  readonly endings: readonly string[];
  /** Whether it can be written into a folder. */
  readonly folder: boolean;
  /** What a file begins with that it made, as `out-path.ts` calls it. */
  readonly form: string;
  /** Stands in every file that it made: others are not written over. */
  readonly trace: string;
  write(context: ExportContext): Promise<readonly ExportedFile[]>;
}

/** Every form, by the name that `--format` has for it. */
export const EXPORT_FORMATS = {
  xlsx: {
    name: say('Excel 工作簿', 'workbook'),
    endings: ['xlsx'],
    folder: false,
    form: 'xlsx',
    trace: 'docProps/custom.xml',
    async write({ catalog, today, file = '目录.xlsx' }) {
      const { writeWorkbook } = await import('./workbook.ts');
      const { ABOUT_LINES } = await import('./about.ts');
      const records = KINDS.flatMap((kind) =>
        entriesOf(catalog, kind).map(({ id }) => [kind, id] as const),
      );
      const { title } = catalog.settings.value;
      const about = { title, lines: ABOUT_LINES, records, today };
      return [{ path: file, body: await writeWorkbook(tablesOf(catalog), about) }];
    },
  },
  csv: {
    name: say('CSV 表格', 'CSV'),
    endings: ['csv'],
    folder: true,
    form: 'csv',
    trace: MARK_HEAD,
    async write({ catalog, file }) {
      const { tableCsv } = await import('./csv.ts');
      const tables = tablesOf(catalog);
      const [items] = tables;
      if (file !== undefined) {
        return items === undefined ? [] : [{ path: file, body: tableCsv(items) }];
      }
      return tables.map((table: Table) => {
        return { path: `${table.layout.name}.csv`, body: tableCsv(table) };
      });
    },
  },
  json: {
    name: say('JSON', 'JSON'),
    endings: ['json'],
    folder: false,
    form: 'json',
    trace: JSON_FORMAT,
    async write({ catalog, file = 'catalog.json' }) {
      const { catalogJson } = await import('./json.ts');
      return [{ path: file, body: catalogJson(catalog) }];
    },
  },
  docx: {
    name: say('Word 办事指南', 'Word guides'),
    endings: ['docx'],
    folder: true,
    form: 'docx',
    trace: 'word/footer0.xml',
    async write({ catalog, today, file }) {
      const { exportDocx } = await import('./docx.ts');
      return exportDocx(catalog, today, file);
    },
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

/** The name of a form. */
export type ExportFormatName = keyof typeof EXPORT_FORMATS;
