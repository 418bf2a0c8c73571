import { say } from '../model/words.ts';
import type { CommandEntry } from './command.ts';

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
        tell(say('报告形式：pretty、json、sarif、github', 'pretty, json, sarif or github')),
        'pretty',
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
    const { namesOf, oneOf } = await import('./option-values.ts');
    const known = namesOf(REPORTERS);
    const format = oneOf(options.format, known, say('这种报告形式', 'format'));
    const { ruleDocs } = await import('./rule-docs.ts');
    const more = await import('./check-options.ts');
    const most = more.readMaxWarnings(options.maxWarnings);
    const cache = options.cache !== false;
    const profiles = more.readProfiles(options.profile);
    const { checkPaths } = await import('./check-paths.ts');
    const stdinPath = options.stdinPath === undefined ? undefined : String(options.stdinPath);
    const asked = { paths, stdinPath };
    if (options.fix === true || options.dryRun === true) {
      const { fixPaths } = await import('./fix-paths.ts');
      const { places } = fixPaths(asked, options, session);
      if (options.dryRun === true) return places > 0 ? 1 : 0;
    }
    const checked = await checkPaths(asked, session, { profiles, cache });
    if (options.writeBaseline === true) more.writeBaseline(checked, session);
    const report = more.reportBeyondBaseline(checked);
    const style = { lang: session.lang, color: session.color };
    const { print } = await import('./print-findings.ts');
    await print(REPORTERS[format](report, style, ruleDocs()), session.world.out);
    checked.keep();
    if (checked.note !== undefined) session.world.err(`${session.tell(checked.note)}\n`);
    const { errors, warnings } = report.summary;
    return errors > 0 || (most !== undefined && warnings > most) ? 1 : 0;
  },
};
