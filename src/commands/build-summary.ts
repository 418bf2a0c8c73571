import { relative } from 'node:path';
import { say, type Words } from '../model/words.ts';
import type { BuildResult } from '../publish/assemble.ts';
import type { Shard } from '../publish/shard.ts';

import type { CheckReport } from '../report/report.ts';
import type { BuildOptions } from './build-folder.ts';
import type { Session } from './command.ts';

/** What was built, in two lines: how much, and what to open. */
export function summary(
  { summary: { errors, warnings } }: CheckReport,
  { items, counts, findings }: BuildResult,
  { out, shard, seconds }: Pick<BuildOptions, 'out' | 'shard'> & { readonly seconds: number },
  { world, tell }: Session,
): string {
  const { html = 0, pdf = 0, notice = 0, json = 0 } = counts;
  const place = relative(world.cwd, out) || '.';
  const time = seconds.toFixed(1);
  const next =
    shard === undefined ? toOpen(html > 0 ? `${place}/index.html` : place) : toMerge(shard);
  const more = extraCounts(counts);
  const noted = warnings + findings.length;
  return tell(
    say(
      `事项 ${items} 个，网页 ${html} 页，指南 PDF ${pdf} 份，告知单 ${notice} 份，` +
        `JSON ${json} 份${more}；错误 ${errors} 处，警告 ${noted} 处；用时 ${time} 秒\n` +
        next.zh,
      `${items} items, ${html} pages, ${pdf} guide PDFs, ${notice} notice sheets, ` +
        `${json} JSON${more.replaceAll('，', ', ')}; ${errors} errors, ${noted} warnings; ${time} s\n` +
        next.en,
    ),
  );
}

function toOpen(place: string): Words {
  return say(`请打开 ${place}\n`, `open ${place}\n`);
}

function toMerge({ index, of }: Shard): Words {
  return say(
    `这是第 ${index} 份，共 ${of} 份；各份都编好后用 mingbai merge 合并\n`,
    `part ${index} of ${of}; when all are built, join them with mingbai merge\n`,
  );
}

/** How many files of each output that is made only when asked for. */
function extraCounts(counts: BuildResult['counts']): string {
  const usual = new Set(['html', 'pdf', 'notice', 'json']);
  const extra = Object.entries(counts).filter(([name, count]) => !usual.has(name) && count > 0);
  return extra.map(([name, count]) => `，${name} ${count}`).join('');
}
