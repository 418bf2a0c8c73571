import { say } from '../model/words.ts';
import { type CommandEntry, UsageError } from './command.ts';

/** `mingbai import`: real records into catalogue files. */
export const importCommand: CommandEntry = {
  name: 'import',
  summary: say(
    '把 XLSX、XLS、CSV、JSON、网页和 Markdown 里的事项清单导入成目录',
    'turn lists of items in XLSX, XLS, CSV, JSON, HTML or Markdown into a catalogue',
  ),
  declare(command, tell) {
    command
      .argument('<file>', tell(say('事项记录文件', 'file of records')))
      .option(
        '--to <dir>',
        tell(say('写到哪个目录（必填）', 'folder of the catalogue to write (required)')),
      )
      .option('--force', tell(say('覆盖已有的文件', 'overwrite files that exist')))
      .option(
        '--retire',
        tell(say('清单里没有了的事项改为取消', 'set items that are gone from the list to 取消')),
      );
  },
  async run([file = ''], options, session) {
    if (typeof options.to !== 'string') {
      throw new UsageError(
        say(
          '没有写明写到哪个目录，请加 --to，例如：mingbai import 清单.xlsx --to catalog',
          'no folder to write to: add --to, as in: mingbai import list.xlsx --to catalog',
        ),
      );
    }
    const { importFile } = await import('../import/import.ts');
    const { ImportFailure } = await import('../import/failure.ts');
    const { readInput, targetOf, writeImport } = await import('./import-files.ts');
    const { bytes, name } = readInput(file, session.world);
    const target = targetOf(options.to, session.world);
    const { importOwn } = await import('./import-own.ts');
    const choices = { force: options.force === true, retire: options.retire === true };
    const own = await importOwn({ bytes, name }, target, choices, session);
    if (own !== undefined) return own;
    const result = await importFile(bytes, name, target.options).catch((error: unknown) => {
      throw error instanceof ImportFailure ? new UsageError(error.words) : error;
    });
    writeImport(result.files, target, options.force === true);
    const { tellSummary } = await import('../import/tell.ts');
    session.world.out(`${session.tell(tellSummary(result.summary, options.to))}\n`);
    return 0;
  },
};
