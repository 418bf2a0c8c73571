import { extname, relative, resolve } from 'node:path';
import { say } from '../model/words.ts';
import { visible } from '../text/visible.ts';
import { type ExitCode, type Session, UsageError } from './command.ts';
import { writeOut } from './out-path.ts';

/** Writes an empty workbook with one filled row; gives the exit code. */
export async function writeTemplate(file: string, session: Session): Promise<ExitCode> {
  if (extname(file).toLowerCase() !== '.xlsx') {
    throw new UsageError(
      say('模板是 XLSX，例如 --template 清单.xlsx', 'a template is XLSX: --template list.xlsx'),
    );
  }
  const { templateWorkbook } = await import('../exchange/template.ts');
  const body = await templateWorkbook(session.world.today);
  const { refuseOthers } = await import('./export-files.ts');
  const { EXPORT_FORMATS } = await import('../exchange/formats.ts');
  refuseOthers(resolve(session.world.cwd, file), EXPORT_FORMATS.xlsx.trace);
  const written = writeOut(file, body, 'xlsx', session);
  const place = visible(relative(session.world.cwd, written));
  session.world.out(
    session.tell(
      say(
        `写好了 ${place}；填好后：mingbai import ${place} --to catalog\n`,
        `wrote ${place}; when it is filled in: mingbai import ${place} --to catalog\n`,
      ),
    ),
  );
  return 0;
}
