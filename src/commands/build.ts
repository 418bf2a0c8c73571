import { relative, resolve, sep } from 'node:path';
import type { BuildResult } from '../build/build.ts';
import { say } from '../model/words.ts';
import type { OutputName } from '../render/index.ts';
import { type CommandEntry, type ExitCode, type Session, UsageError } from './command.ts';
import type { Inspected } from './inspect.ts';
import type { SiteOptions } from './site-options.ts';

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
        tell(say('更新记录从哪个 git 版本起', 'tell changes since a git revision')),
      )
      .option('--force', tell(say('有错误也照样编译', 'build in spite of errors')), false);
  },
  async run([folder], options, session) {
    const started = performance.now();
    const { inspect } = await import('./inspect.ts');
    const { isTraditional, siteOptions } = await import('./site-options.ts');
    const chosen = await chosenOutputs(options.only);
    const inspected = inspect(folder, session);
    const only = isTraditional(inspected, options) ? onScreen(chosen) : chosen;
    const { errors } = inspected.report.summary;
    if (errors > 0 && options.force !== true) return refuse(inspected, session);
    const out = resolve(session.world.cwd, String(options.out));
    refuseToOverwrite(out, inspected.root);
    const site = await siteOptions(inspected, options, session);
    const result = await compile(
      { ...inspected, site },
      out,
      only,
      options.force === true,
      session,
    );
    if (result === undefined) return 1;
    const seconds = (performance.now() - started) / 1000;
    session.world.out(summary(inspected, result, out, seconds, session));
    return 0;
  },
};

/** Papers are set in the characters that the fonts have: Simplified ones. */
function onScreen(chosen: readonly OutputName[]): OutputName[] {
  const names = chosen.filter((name) => name === 'html' || name === 'json');
  if (names.length > 0) return names;
  const zh = '繁体版只有网页和 JSON（--only html,json）';
  throw new UsageError(say(zh, 'in Traditional characters there are only html and json'));
}

async function chosenOutputs(only: unknown): Promise<OutputName[]> {
  const { OUTPUTS, OUTPUT_ALIASES } = await import('../render/index.ts');
  const all = Object.keys(OUTPUTS) as OutputName[];
  if (only === undefined) return all.filter((name) => OUTPUTS[name].usual);
  const chosen = String(only)
    .split(',')
    .map((name) => OUTPUT_ALIASES[name.trim()] ?? name.trim())
    .filter((name) => name !== '');
  const unknown = chosen.find((name) => !(name in OUTPUTS));
  if (unknown !== undefined || chosen.length === 0) {
    const known = all.join(',');
    const word = unknown ?? '';
    throw new UsageError(
      say(`没有“${word}”这种输出，可用：${known}`, `unknown output “${word}”: ${known}`),
    );
  }
  return all.filter((name) => chosen.includes(name));
}

function refuseToOverwrite(out: string, root: string): void {
  if (root === out || root.startsWith(out.endsWith(sep) ? out : out + sep)) {
    throw new UsageError(
      say(`不能写到“${out}”：目录就在里面`, `can not write to “${out}”: it holds the catalogue`),
    );
  }
}

async function refuse(inspected: Inspected, session: Session): Promise<ExitCode> {
  await printFindings(inspected.report, session);
  session.world.err(
    session.tell(
      say(
        '目录有错误，没有编译。改正后再试，或用 --force 照样编译。\n',
        'the catalogue has errors, nothing was built; mend them or use --force\n',
      ),
    ),
  );
  return 1;
}

async function printFindings(report: Inspected['report'], session: Session): Promise<void> {
  const { prettyReport } = await import('../report/pretty.ts');
  const style = { lang: session.lang, color: false };
  session.world.err(prettyReport(report, style, new Map()));
}

/** Renders into a new tree and puts it in place; undefined when an error showed on the way. */
async function compile(
  { catalog, files, reportOf, site }: Inspected & { readonly site: SiteOptions },
  out: string,
  only: readonly OutputName[],
  force: boolean,
  session: Session,
): Promise<BuildResult | undefined> {
  const { buildCatalog } = await import('../build/build.ts');
  const { NotOursError, TreeWriter } = await import('../build/write.ts');
  let tree: InstanceType<typeof TreeWriter>;
  try {
    tree = new TreeWriter(out);
  } catch (error) {
    if (!(error instanceof NotOursError)) throw error;
    const zh = `“${out}”里的“${error.path}”不是 mingbai 写的，不敢覆盖。换一个文件夹，或先移走它`;
    throw new UsageError(say(zh, `mingbai did not write “${error.path}” in “${out}”`));
  }
  try {
    const progress = progressOn(session);
    const write = tree.write.bind(tree);
    const input = { catalog, files, ...site, only, write, progress };
    const result = await buildCatalog(input);
    if (result.findings.length > 0) await printFindings(reportOf(result.findings), session);
    if (!force && result.findings.some((finding) => finding.severity === 'error')) {
      tree.discard();
      return undefined;
    }
    tree.commit();
    return result;
  } catch (error) {
    tree.discard();
    const { asMisuse } = await import('./site-options.ts');
    throw await asMisuse(error, site.theme, session.world.cwd);
  }
}

/** A line that counts on a terminal, nothing elsewhere. */
function progressOn({ world, tell }: Session): (done: number, of: number) => void {
  if (!world.terminal.err) return () => {};
  return (done, of) => {
    world.err(`\r${tell(say('编译', 'building'))} ${done}/${of}${done === of ? '\n' : ''}`);
  };
}

/** How many files of each output that is made only when asked for. */
function extraCounts(counts: BuildResult['counts']): string {
  const usual = new Set(['html', 'pdf', 'notice', 'json']);
  const extra = Object.entries(counts).filter(([name, count]) => !usual.has(name) && count > 0);
  return extra.map(([name, count]) => `，${name} ${count}`).join('');
}

function summary(
  { report }: Inspected,
  { counts, findings }: BuildResult,
  out: string,
  seconds: number,
  { world, tell }: Session,
): string {
  const { items, errors, warnings } = report.summary;
  const more = findings.length;
  const place = relative(world.cwd, out) || '.';
  const time = seconds.toFixed(1);
  const first = counts.html > 0 ? `${place}/index.html` : place;
  return tell(
    say(
      `事项 ${items} 个，网页 ${counts.html} 页，指南 PDF ${counts.pdf} 份，告知单 ${counts.notice} 份，` +
        `JSON ${counts.json} 份${extraCounts(counts)}；错误 ${errors} 处，警告 ${warnings + more} 处；用时 ${time} 秒\n` +
        `请打开 ${first}\n`,
      `${items} items, ${counts.html} pages, ${counts.pdf} guide PDFs, ${counts.notice} notice sheets, ` +
        `${counts.json} JSON${extraCounts(counts).replaceAll('，', ', ')}; ${errors} errors, ${warnings + more} warnings; ${time} s\n` +
        `open ${first}\n`,
    ),
  );
}
