import { say } from '../model/words.ts';
import type { CheckReport } from '../report/report.ts';
import type { BuildWish } from './build-folder.ts';
import type { CommandEntry, Session } from './command.ts';

/** `mingbai build`: guides as pages, PDF, notice sheets and JSON. */
export const buildCommand: CommandEntry = {
  name: 'build',
  summary: say(
    '编译目录：网页、PDF、一次性告知单、JSON',
    'compile pages, PDF, notice sheets, JSON',
  ),
  declare(command, tell) {
    command
      .argument('[catalog]', tell(say('目录所在的文件夹', 'folder of the catalogue')))
      .option('--out <dir>', tell(say('写到哪个文件夹', 'folder to write to')), 'public')
      .option('--only <outputs>', tell(say('只要哪些输出，用逗号隔开', 'some outputs only')))
      .option('--theme <dir>', tell(say('网站主题的文件夹', 'folder of a theme for the website')))
      .option(
        '--since <rev>',
        tell(say('更新记录从哪个 git 版本起', 'tell changes since a revision')),
      )
      .option('--force', tell(say('有错误也照样编译', 'build in spite of errors')), false)
      .option('--shard [i/n]', tell(say('只编第 i 份，共 n 份；不写数就看环境变量', 'part i of n')))
      .option('--jobs <n>', tell(say('线程数，不写就用全部核心', 'threads, default all cores')))
      .option('--no-cache', tell(say('不用上次的结果，全部重新编译', 'build everything anew')));
  },
  async run([folder], options, session) {
    const started = performance.now();
    const { chosenOutputs, onScreen, readShard, refuseToOverwrite, refuseToPart } = await import(
      './build-options.ts'
    );
    const { outFolder, readJobs, sendScout } = await import('./build-folder.ts');
    const { locateCatalog } = await import('./open.ts');
    const { loadShared } = await import('../load/shared.ts');
    const { isTraditional, themeFolder } = await import('./site-options.ts');
    const { stampedOnce } = await import('../world/disk.ts');
    const found = locateCatalog(folder, session);
    // Checking and building both ask whether a file is as it was.
    const located = { ...found, files: stampedOnce(found.files) };
    const out = outFolder(options.out, session);
    const jobs = readJobs(options.jobs);
    refuseToOverwrite(out, located.root);
    const scout = sendScout({ located, out, jobs });
    try {
      const catalog = loadShared(located.files);
      const opened = { ...located, catalog };
      const traditional = isTraditional(opened, options);
      const chosen = chosenOutputs(options.only);
      const wish = {
        ...{ located, catalog, out, jobs, scout },
        cache: options.cache !== false,
        force: options.force === true,
        only: traditional ? onScreen(chosen) : chosen,
        script: traditional ? ('zh-Hant' as const) : ('' as const),
        theme: themeFolder(opened, options, session) ?? '',
        since: options.since,
        shard: readShard(options.shard, session),
      };
      if (wish.shard !== undefined) refuseToPart(wish.only);
      return await checkAndBuild(wish, session, started);
    } finally {
      await scout?.close();
    }
  },
};

async function checkAndBuild(wish: BuildWish, session: Session, started: number) {
  const { buildFolder } = await import('./build-folder.ts');
  const { asMisuse } = await import('./site-options.ts');
  const checked = await checkFirst(wish, session);
  if (checked === undefined) return 1;
  const result = await buildFolder(wish, session).catch(async (error: unknown) => {
    throw await asMisuse(error, wish.theme, session.world.cwd);
  });
  const { printFindings } = await import('./print-findings.ts');
  await printFindings(checked.reportOf(result.findings), session);
  if (!result.published) return 1;
  const { summary } = await import('./build-summary.ts');
  const seconds = (performance.now() - started) / 1000;
  session.world.out(summary(checked.report, result, { ...wish, seconds }, session));
  return 0;
}

/**
 * Checks before anything is built; undefined when that refuses. What the next check can use is kept
 * at once: it takes up much memory, which building can use.
 */
async function checkFirst(wish: BuildWish, session: Session) {
  const { checkChoices } = await import('./build-folder.ts');
  const { checkLocated } = await import('./check-folder.ts');
  const { findings, keep, reportOf } = await checkLocated(
    wish.located,
    session,
    checkChoices(wish),
  );
  const report = reportOf(findings);
  const refused = report.summary.errors > 0 && !wish.force;
  if (refused) await refuse(report, session);
  keep();
  return refused ? undefined : { report, reportOf };
}

async function refuse(report: CheckReport, session: Session): Promise<void> {
  const { printFindings } = await import('./print-findings.ts');
  await printFindings(report, session);
  session.world.err(
    session.tell(
      say(
        '目录有错误，没有编译。改正后再试，或用 --force 照样编译。\n',
        'the catalogue has errors, nothing was built; mend them or use --force\n',
      ),
    ),
  );
}
