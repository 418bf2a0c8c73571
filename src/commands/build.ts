import { say } from '../model/words.ts';
import type { CheckReport } from '../report/report.ts';
import type { BuildOptions, CheckedBuild } from './build-folder.ts';
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
    const { buildFolder, checkChoices, outFolder, readJobs } = await import('./build-folder.ts');
    const { passOf } = await import('./check-folder.ts');
    const { locateCatalog } = await import('./open.ts');
    const { asMisuse, isTraditional, themeFolder } = await import('./site-options.ts');
    const located = locateCatalog(folder, session);
    const out = outFolder(options.out, session);
    const jobs = readJobs(options.jobs);
    refuseToOverwrite(out, located.root);
    const cache = options.cache !== false;
    const shard = readShard(options.shard, session);
    const pass = passOf(located, session, checkChoices({ cache, jobs, shard }));
    const opened = { ...located, catalog: pass.inputs.catalog };
    const traditional = isTraditional(opened, options);
    const chosen = chosenOutputs(options.only);
    const build: BuildOptions = {
      ...{ located, out, jobs, cache, shard },
      force: options.force === true,
      only: traditional ? onScreen(chosen) : chosen,
      script: traditional ? 'zh-Hant' : '',
      theme: themeFolder(opened, options, session) ?? '',
      since: options.since,
    };
    if (shard !== undefined) refuseToPart(build.only);
    const built = await buildFolder(build, pass, session).catch(async (error: unknown) => {
      throw await asMisuse(error, build.theme, session.world.cwd);
    });
    return tell(built, { ...build, started }, session);
  },
};

/** Says what came of a build. */
async function tell(
  { checked, report, result }: CheckedBuild,
  { started, ...build }: BuildOptions & { readonly started: number },
  session: Session,
): Promise<0 | 1> {
  if (result === undefined) {
    await refuse(report, session);
    return 1;
  }
  const { printFindings } = await import('./print-findings.ts');
  await printFindings(checked.reportOf(result.findings), session);
  if (!result.published) return 1;
  const { summary } = await import('./build-summary.ts');
  const seconds = (performance.now() - started) / 1000;
  session.world.out(summary(report, result, { ...build, seconds }, session));
  return 0;
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
