import { say } from '../model/words.ts';
import { type CommandEntry, UsageError } from './command.ts';
import { noTarget } from './no-target.ts';

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
        tell(
          say(
            '写到哪个目录；导回待填表时可以不写，按所在的目录',
            'folder of the catalogue to write; workbooks of check find their own',
          ),
        ),
      )
      .option('--force', tell(say('覆盖已有的文件', 'overwrite files that exist')))
      .option(
        '--retire',
        tell(say('清单里没有了的事项改为取消', 'set items that are gone from the list to 取消')),
      )
      .option(
        '--dry-run',
        tell(
          say(
            '不写目录，只把原文和结果并排列出，并写一份列名对照的草稿',
            'write no catalogue: show source beside result, and write a draft of the map of columns',
          ),
        ),
      )
      .option(
        '--map <file>',
        tell(
          say(
            '列名对照（列名: 字段）；导入后留在目录里，下次自动使用',
            'map of columns (head: field); kept in the catalogue for the next time',
          ),
        ),
      )
      .option(
        '--title <text>',
        tell(say('目录的名称，例如 某县政务服务事项目录', "the catalogue's title")),
      );
  },
  async run([file = ''], options, session) {
    const isTrial = options.dryRun === true;
    const folder = typeof options.to === 'string' ? options.to : undefined;
    const { importFile } = await import('../import/import.ts');
    const { ImportFailure } = await import('../import/failure.ts');
    const asUsage = (error: unknown): never => {
      throw error instanceof ImportFailure ? new UsageError(error.words) : error;
    };
    const files = await import('./import-files.ts');
    const target = folder === undefined ? undefined : files.targetOf(folder, session.world);
    const { importOwn, importOwnFolder } = await import('./import-own.ts');
    const choices = { force: options.force === true, retire: options.retire === true, isTrial };
    if (files.isFolder(file, session.world)) {
      return importOwnFolder(file, target, choices, session).catch(asUsage);
    }
    const input = files.readInput(file, session.world);
    const { bytes, name } = input;
    const own = await importOwn(input, target, choices, session).catch(asUsage);
    if (own !== undefined) return own;
    if (folder === undefined && !isTrial) throw noTarget();
    const { mapFor, progressOf, tellTrial } = await import('./import-trial.ts');
    const map = mapFor(options.map, isTrial, target, session.world);
    const result = await importFile(bytes, name, {
      ...target?.options,
      ...(map === undefined ? {} : { map }),
      ...(typeof options.title === 'string' ? { title: options.title } : {}),
      // Only `init` asks for it: a catalogue that is there has its keys.
      ...(options.keys === 'zh' ? { keys: options.keys } : {}),
      progress: progressOf(session.world),
    }).catch(asUsage);
    if (isTrial || target === undefined || folder === undefined) {
      session.world.out(session.tell(tellTrial(result, options.map, session.world)));
      return 0;
    }
    const { importAgain, rememberSource } = await import('./import-again.ts');
    const again = await importAgain(result, target, choices, session);
    if (again !== undefined) return again;
    rememberSource(result, target, options.keys === 'zh' ? 'zh' : 'en');
    files.writeImport(result.files, target, options.force === true);
    const { openOfImport, writeOpen } = await import('./import-open.ts');
    await writeOpen(openOfImport(result), target, session);
    const { tellSummary } = await import('../import/tell.ts');
    session.world.out(`${session.tell(tellSummary(result.summary, folder))}\n`);
    return 0;
  },
};
