import { say } from '../model/words.ts';
import { type CommandEntry, UsageError } from './command.ts';

/** `mingbai export`: the catalogue as files that offices and other systems read. */
export const exportCommand: CommandEntry = {
  name: 'export',
  summary: say(
    '把目录导出成 Excel、CSV、JSON 或 Word，改好后可以导回',
    'write the catalogue as XLSX, CSV, JSON or DOCX; workbooks can be imported again',
  ),
  declare(command, tell) {
    command
      .argument('[catalog]', tell(say('目录所在的文件夹', 'folder of the catalogue')))
      .option(
        '--to <file>',
        tell(say('写到哪个文件（.xlsx .csv .json .docx）或文件夹', 'file or folder to write')),
      )
      .option('--format <name>', tell(say('形式；不写则按扩展名', 'form; by the ending otherwise')))
      .option('--department <name>', tell(say('只导出这个实施主体的', 'of this department only')))
      .option('--only <items>', tell(say('只导出这些事项，逗号隔开', 'these items only')))
      .option(
        '--template <file>',
        tell(say('写一个空的工作簿，供填写', 'write an empty workbook to fill in')),
      );
  },
  async run([folder], options, session) {
    if (options.template !== undefined) {
      const { writeTemplate } = await import('./export-template.ts');
      return writeTemplate(String(options.template), session);
    }
    if (options.to === undefined) {
      throw new UsageError(
        say(
          '没有写明写到哪里，请加 --to，例如：mingbai export catalog --to 目录.xlsx',
          'nowhere to write to: add --to, as in: mingbai export catalog --to list.xlsx',
        ),
      );
    }
    const { writeExport } = await import('./export-files.ts');
    return writeExport(folder, String(options.to), options, session);
  },
};
