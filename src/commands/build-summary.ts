import { relative } from 'node:path';
import { say, type Words } from '../model/words.ts';
import type { BuildResult } from '../publish/assemble.ts';
import type { Shard } from '../publish/shard.ts';
import { OUTPUT_NAMES, OUTPUTS } from '../render/index.ts';
import type { CheckReport } from '../report/report.ts';
import { visible } from '../text/visible.ts';
import type { BuildOptions } from './build-folder.ts';
import type { Session } from './command.ts';

/** What was built, in two lines: how much, and what to open. */
export function summary(
  { summary: { errors, warnings } }: CheckReport,
  { items, counts, findings }: BuildResult,
  { out, shard, seconds }: Pick<BuildOptions, 'out' | 'shard'> & { readonly seconds: number },
  { world, tell }: Session,
): string {
  const place = visible(relative(world.cwd, out)) || '.';
  const time = seconds.toFixed(1);
  const next = shard === undefined ? toOpen([place, ...frontOf(counts)].join('/')) : toMerge(shard);
  const made = madeOf(counts);
  const noted = warnings + findings.length;
  return tell(
    say(
      `事项 ${items} 个，${made.map(({ zh }) => zh).join('，')}；` +
        `错误 ${errors} 处，警告 ${noted} 处；用时 ${time} 秒\n${next.zh}`,
      `${items} items, ${made.map(({ en }) => en).join(', ')}; ` +
        `${errors} errors, ${noted} warnings; ${time} s\n${next.en}`,
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

/** The file to open, if one was made. */
function frontOf(counts: BuildResult['counts']): string[] {
  const made = OUTPUT_NAMES.filter((name) => (counts[name] ?? 0) > 0);
  return made.flatMap((name) => OUTPUTS[name].front ?? []).slice(0, 1);
}

/** How many files of each usual output, and of the others that were made. */
function madeOf(counts: BuildResult['counts']): Words[] {
  const told = OUTPUT_NAMES.filter((name) => OUTPUTS[name].usual || (counts[name] ?? 0) > 0);
  return told.map((name) => {
    const count = counts[name] ?? 0;
    return OUTPUTS[name].summary?.(count) ?? say(`${name} ${count}`, `${name} ${count}`);
  });
}
