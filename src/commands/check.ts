import { say } from '../model/words.ts';
import type { CheckChoices, CheckedFolder } from './check-folder.ts';
import type { AskedPaths } from './check-paths.ts';
import { type CommandEntry, type Session, UsageError } from './command.ts';

/** `mingbai check`: what is wrong in a catalogue, and where. */
export const checkCommand: CommandEntry = {
  name: 'check',
  summary: say('检查目录，指出每处问题的位置、依据和改法', 'say what is wrong in a catalogue'),
  declare(command, tell) {
    command
      .argument(
        '[paths...]',
        tell(
          say(
            '目录所在的文件夹，或者其中的文件夹和文件；只写一个文件时不与别的事项比较；- 是标准输入',
            'the catalogue, folders and files of it; one file alone is not compared; - is stdin',
          ),
        ),
      )
      .option(
        '--stdin-path <path>',
        tell(say('标准输入是哪个文件的内容', 'which file standard input is the text of')),
      )
      .option(
        '--format <format>',
        tell(
          say(
            '报告形式：pretty、json、sarif、github、gitlab、junit、checkstyle，xlsx 是各部门的待填表；可以重复写，形式=文件 写进文件',
            'pretty, json, sarif, github, gitlab, junit, checkstyle; xlsx: workbooks to fill in; also several, as form=file',
          ),
        ),
        collected,
      )
      .option('--quiet', tell(say('只报错误', 'errors only')))
      .option('--summary', tell(say('只报各部门、各类问题有多少', 'only how much there is to do')))
      .option(
        '--only <rules>',
        tell(say('只查这些规则，用逗号隔开', 'these rules only, with commas')),
      )
      .option('--output <file>', tell(say('报告写进这个文件', 'write the report to a file')))
      .option(
        '--since <rev>',
        tell(say('只报比这个 git 版本多出来的问题', 'only what is worse than at a revision')),
      )
      .option(
        '--against <rev>',
        tell(
          say(
            '与这个 git 版本比较：增负没有新依据、删去要素、提交没有审核的都报出',
            'also tell what may not pass since a revision: burdens without a basis, gaps, no review',
          ),
        ),
      )
      .option(
        '--staged',
        tell(say('只查 git 暂存的文件，只报多出来的问题', 'only what a commit would make worse')),
      )
      .option(
        '--profile <names>',
        tell(say('完整度标准，用逗号隔开', 'standards of completeness, with commas')),
      )
      .option('--max-warnings <n>', tell(say('警告超过几处就算没有通过', 'more warnings fail')))
      .option(
        '--write-baseline',
        tell(say('记下现有的问题，以后只报新的', 'from now on report new findings only')),
      )
      .option(
        '--fix',
        tell(say('先改好不会改错的地方，再检查', 'first mend what nobody could mend wrongly')),
      )
      .option(
        '--dry-run',
        tell(say('与 --fix 同用：只显示要改什么，不写文件', 'with --fix: show the changes only')),
      )
      .option(
        '--no-cache',
        tell(say('不用也不写 .mingbai/cache，全部重新检查', 'check everything anew')),
      );
  },
  async run(paths, options, session) {
    const { REPORTERS } = await import('../report/index.ts');
    const { reportOutputs, rooted, writeReport } = await import('./check-outputs.ts');
    const outputs = reportOutputs(options.format ?? 'pretty', options.output);
    const { ruleDocs } = await import('./rule-docs.ts');
    const more = await import('./check-options.ts');
    const most = more.readMaxWarnings(options.maxWarnings);
    const cache = options.cache !== false;
    const profiles = more.readProfiles(options.profile);
    const stdinPath = options.stdinPath === undefined ? undefined : String(options.stdinPath);
    const asked = { paths, stdinPath };
    if (options.fix === true || options.dryRun === true) {
      const { fixPaths } = await import('./fix-paths.ts');
      const { places } = fixPaths(asked, options, session);
      if (options.dryRun === true) return places > 0 ? 1 : 0;
    }
    if (options.writeBaseline === true && options.against !== undefined) throw apart();
    const checked = await checkAsked(asked, options, session, { profiles, cache });
    if (options.writeBaseline === true) more.writeBaseline(checked, session);
    const whole = more.reportBeyondBaseline(checked);
    const report = more.shownOf(whole, options, ruleDocs());
    const { print } = await import('./print-findings.ts');
    for (const { format, file } of outputs) {
      if (format === 'xlsx') {
        const { BOOKS_FOLDER, writeBooks } = await import('./check-books.ts');
        await writeBooks(file ?? BOOKS_FOLDER, report, checked, profiles, session);
        continue;
      }
      const color = session.color && file === undefined;
      const style = { lang: session.lang, color, brief: options.summary === true };
      const pieces = REPORTERS[format](rooted(report, format, session), style, ruleDocs());
      if (file === undefined) await print(pieces, session.world.out);
      else writeReport(file, pieces, session);
    }
    checked.keep();
    if (isWhole(options)) more.shrinkBaseline(checked, whole, session);
    if (checked.note !== undefined) session.world.err(`${session.tell(checked.note)}\n`);
    const { errors, warnings } = report.summary;
    return errors > 0 || (most !== undefined && warnings > most) ? 1 : 0;
  },
};

/** What a change may not do is no finding to begin with. */
function apart(): UsageError {
  const zh = '--against 和 --write-baseline 不能一起用：变更的门槛不记进基线';
  return new UsageError(say(zh, '--against does not go with --write-baseline'));
}

/** A value of an option that may be given several times, with those before. */
function collected(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** Checks what is asked for, less what was as wrong before where that was asked for. */
async function checkAsked(
  asked: AskedPaths,
  options: Comparing,
  session: Session,
  choices: CheckChoices,
): Promise<CheckedFolder> {
  const checked = await checkSince(asked, options, session, choices);
  if (options.against === undefined) return checked;
  const { refusedSince } = await import('./check-against.ts');
  return refusedSince(checked, String(options.against), session);
}

/** Options that compare with another state. */
interface Comparing {
  readonly since?: unknown;
  readonly staged?: unknown;
  readonly against?: unknown;
}

async function checkSince(
  asked: AskedPaths,
  { since, staged }: Comparing,
  session: Session,
  choices: CheckChoices,
): Promise<CheckedFolder> {
  const { checkPaths } = await import('./check-paths.ts');
  if (since === undefined && staged !== true) return checkPaths(asked, session, choices);
  const { checkStaged, refuseBoth, worseThan } = await import('./check-since.ts');
  refuseBoth(since, staged);
  if (staged === true) return checkStaged(asked.paths[0], session, choices);
  return worseThan(await checkPaths(asked, session, choices), String(since), session, choices);
}

/** Whether a check looked at everything in the usual way, so that what it misses is gone. */
function isWhole({ since, staged, profile }: Readonly<Record<string, unknown>>): boolean {
  return since === undefined && staged !== true && profile === undefined;
}
