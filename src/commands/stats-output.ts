import { say } from '../model/words.ts';
import type { Telling } from '../report/data-table.ts';
import type { StatsDocument } from '../report/stats-document.ts';
import type { Stats } from '../stats/stats.ts';
import { type Session, UsageError } from './command.ts';
import { oneOf } from './option-values.ts';

const FORMS = ['table', 'json', 'csv', 'xlsx', 'html'];

/** Throws UsageError for a form that is not known, and for a workbook without a file to go to. */
export function checkForm(options: Record<string, unknown>): void {
  const format = oneOf(options.format, FORMS, say('这种形式', 'format'));
  if (format === 'xlsx' && options.out === undefined) {
    throw new UsageError(
      say('xlsx 要写到文件，请加 --out 文件名', 'xlsx goes to a file: add --out <file>'),
    );
  }
}

/** Puts the document into the form asked for, on standard output or into a file. */
export async function write(
  document: StatsDocument,
  all: {
    readonly stats: Stats;
    readonly telling: Telling;
    readonly options: Record<string, unknown>;
    readonly session: Session;
  },
): Promise<void> {
  const { options, session } = all;
  const body = await bodyOf(document, all);
  if (options.out === undefined && typeof body === 'string') return session.world.out(body);
  const { writeOut } = await import('./out-path.ts');
  writeOut(String(options.out), body, String(options.format), session);
}

async function bodyOf(
  document: StatsDocument,
  { stats, telling, options, session }: Parameters<typeof write>[1],
): Promise<string | Uint8Array> {
  switch (options.format) {
    case 'json':
      return (await import('../report/stats.ts')).statsJson(document, stats, telling);
    case 'csv':
      return (await import('../report/stats-csv.ts')).statsCsv(document);
    case 'xlsx':
      return (await import('../report/stats-xlsx.ts')).statsXlsx(document, session.world.today);
    case 'html':
      return (await import('../report/stats-html.ts')).statsHtml(document, session.lang);
    default:
      return (await import('../report/stats-text.ts')).statsText(document, telling.tell);
  }
}
