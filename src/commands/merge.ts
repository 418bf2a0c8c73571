import type { Finding } from '../model/finding.ts';
import { say } from '../model/words.ts';
import type { CheckReport } from '../report/report.ts';
import type { CommandEntry } from './command.ts';

/** `mingbai merge`: parts that were built apart become one site. */
export const mergeCommand: CommandEntry = {
  name: 'merge',
  summary: say('把分开编译的各份合成一个网站', 'join parts built with --shard into one site'),
  declare(command, tell) {
    command
      .argument('<dirs...>', tell(say('各份的文件夹，顺序不限', 'folders of the parts')))
      .option('--out <dir>', tell(say('写到哪个文件夹', 'folder to write to')), 'public')
      .option('--force', tell(say('有错误也照样合并', 'merge in spite of errors')), false);
  },
  async run(folders, options, session) {
    const { mergeFolders } = await import('./merge-folders.ts');
    const { printFindings } = await import('./print-findings.ts');
    const wish = { out: options.out, force: options.force === true };
    const { counts, items, place, findings, published } = await mergeFolders(
      folders,
      wish,
      session,
    );
    printFindings(bareReport(findings), session);
    if (!published) return 1;
    const { html = 0, pdf = 0, notice = 0 } = counts;
    const zh = `事项 ${items} 个，网页 ${html} 页，指南 PDF ${pdf} 份，告知单 ${notice} 份\n请打开 ${place}\n`;
    const en = `${items} items, ${html} pages, ${pdf} guide PDFs, ${notice} notice sheets\nopen ${place}\n`;
    session.world.out(session.tell(say(zh, en)));
    return 0;
  },
};

/** A report without lines of files: the catalogue is not at hand. */
function bareReport(findings: readonly Finding[]): CheckReport {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const summary = { files: 0, items: 0, errors: count('error'), warnings: count('warning') };
  return { summary, findings, line: () => undefined };
}
