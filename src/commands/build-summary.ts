import { relative } from 'node:path';
import type { BuildResult } from '../build/build.ts';
import { say } from '../model/words.ts';
import type { CheckReport } from '../report/report.ts';
import type { Session } from './command.ts';

/** What was built, in two lines: how much, and what to open. */
export function summary(
  { summary: { items, errors, warnings } }: CheckReport,
  { counts, findings }: BuildResult,
  { out, seconds }: { readonly out: string; readonly seconds: number },
  { world, tell }: Session,
): string {
  const { html = 0, pdf = 0, notice = 0, json = 0 } = counts;
  const place = relative(world.cwd, out) || '.';
  const time = seconds.toFixed(1);
  const first = html > 0 ? `${place}/index.html` : place;
  const more = extraCounts(counts);
  const noted = warnings + findings.length;
  return tell(
    say(
      `事项 ${items} 个，网页 ${html} 页，指南 PDF ${pdf} 份，告知单 ${notice} 份，` +
        `JSON ${json} 份${more}；错误 ${errors} 处，警告 ${noted} 处；用时 ${time} 秒\n` +
        `请打开 ${first}\n`,
      `${items} items, ${html} pages, ${pdf} guide PDFs, ${notice} notice sheets, ` +
        `${json} JSON${more.replaceAll('，', ', ')}; ${errors} errors, ${noted} warnings; ${time} s\n` +
        `open ${first}\n`,
    ),
  );
}

/** How many files of each output that is made only when asked for. */
function extraCounts(counts: BuildResult['counts']): string {
  const usual = new Set(['html', 'pdf', 'notice', 'json']);
  const extra = Object.entries(counts).filter(([name, count]) => !usual.has(name) && count > 0);
  return extra.map(([name, count]) => `，${name} ${count}`).join('');
}
