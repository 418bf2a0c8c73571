import { say } from '../model/words.ts';
import type { ReportFormat } from '../report/index.ts';
import { type CommandEntry, UsageError } from './command.ts';

/** `mingbai check`: what is wrong in a catalogue, and where. */
export const checkCommand: CommandEntry = {
  name: 'check',
  summary: say('检查目录，指出每处问题的位置、依据和改法', 'say what is wrong in a catalogue'),
  declare(command, tell) {
    command
      .argument('[catalog]', tell(say('目录所在的文件夹', 'folder of the catalogue')))
      .option(
        '--format <format>',
        tell(say('报告形式：pretty、json、sarif、github', 'pretty, json, sarif or github')),
        'pretty',
      );
  },
  async run([folder], options, session) {
    const { REPORTERS } = await import('../report/index.ts');
    const format = String(options.format);
    if (!(format in REPORTERS)) {
      const known = Object.keys(REPORTERS).join(', ');
      throw new UsageError(
        say(`没有“${format}”这种报告形式，可用：${known}`, `unknown format “${format}”: ${known}`),
      );
    }
    const { inspect, ruleDocs } = await import('./inspect.ts');
    const { report } = inspect(folder, session);
    const style = { lang: session.lang, color: session.color };
    session.world.out(REPORTERS[format as ReportFormat](report, style, ruleDocs()));
    return report.summary.errors > 0 ? 1 : 0;
  },
};
