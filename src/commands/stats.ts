import { say } from '../model/words.ts';
import type { ShareRow, StatsReport } from '../report/stats.ts';
import type { Rational } from '../stats/rational.ts';
import type { Stats } from '../stats/stats.ts';
import { type CommandEntry, type Session, UsageError } from './command.ts';
import type { Opened } from './inspect.ts';

const FORMATS = ['table', 'json'];

/** `mingbai stats`: the figures a service hall is judged by, with what was counted. */
export const statsCommand: CommandEntry = {
  name: 'stats',
  summary: say(
    '统计：时限压缩率、即办件占比、要素完整度，连同计入和未计入的事项',
    'figures of the catalogue, with what was counted and what was left out',
  ),
  declare(command, tell) {
    command
      .argument('[catalog]', tell(say('目录所在的文件夹', 'folder of the catalogue')))
      .option('--format <format>', tell(say('形式：table、json', 'table or json')), 'table');
  },
  async run([folder], options, session) {
    const format = String(options.format);
    if (!FORMATS.includes(format)) {
      const known = FORMATS.join(', ');
      throw new UsageError(
        say(`没有“${format}”这种形式，可用：${known}`, `unknown format “${format}”: ${known}`),
      );
    }
    const { openCatalog } = await import('./inspect.ts');
    const { measureCatalog } = await import('../stats/stats.ts');
    const { statsJson, statsTable } = await import('../report/stats.ts');
    const opened = openCatalog(folder, session);
    tellUnread(opened, session);
    const stats = measureCatalog(opened.catalog, await countElements(opened));
    const report = await toReport(opened, stats, session);
    session.world.out(format === 'json' ? statsJson(report) : statsTable(report, session.tell));
    return 0;
  },
};

/** Says how many files could not be read, so that nobody takes a part for the whole. */
function tellUnread({ catalog, loading }: Opened, { world, tell }: Session): void {
  const broken = new Set(
    loading.filter((each) => each.severity === 'error').map(({ path }) => path),
  );
  if (broken.size === 0) return;
  const zh = `有 ${broken.size} 个文件有错误，读出 ${catalog.items.length} 个事项；先运行 mingbai check\n`;
  world.err(tell(say(zh, `${broken.size} files have errors; run mingbai check first\n`)));
}

async function countElements({ catalog }: Opened) {
  const { measureCompleteness } = await import('../lint/completeness/measure.ts');
  let filled = 0;
  let applicable = 0;
  for (const entry of catalog.items) {
    const measured = measureCompleteness(entry.value, catalog, 'notice');
    filled += measured.filled;
    applicable += measured.applicable;
  }
  return { filled, applicable };
}

async function toReport(
  { catalog, pathOf }: Opened,
  stats: Stats,
  { tell }: Session,
): Promise<StatsReport> {
  const { multiply, rational, toFixed, toPlain } = await import('../stats/rational.ts');
  const percent = (value: Rational | undefined): string | null =>
    value === undefined ? null : `${toFixed(multiply(value, rational(100n)), 1)}%`;
  const row = (share: { count: number; of: number; value?: Rational }): ShareRow => ({
    count: share.count,
    of: share.of,
    share: percent(share.value),
  });
  const { compression, completeness } = stats;
  return {
    title: catalog.settings.value.title,
    items: stats.items,
    departments: stats.departments,
    policy: { ...stats.policy },
    compression: {
      formula: '(Σ法定 − Σ承诺) ÷ Σ法定',
      statutory: toPlain(compression.statutory),
      committed: toPlain(compression.committed),
      ratio: percent(compression.ratio),
      counted: compression.counted.map(({ id, path, statutory, committed }) => ({
        id,
        path: pathOf(path),
        statutory: toPlain(statutory),
        committed: toPlain(committed),
      })),
      leftOut: compression.leftOut.map(({ id, path, line, reason }) => ({
        id,
        path: pathOf(path),
        line,
        reason: tell(reason),
      })),
    },
    instant: row(stats.instant),
    completeness: row({
      count: completeness.filled,
      of: completeness.applicable,
      ...(completeness.value === undefined ? {} : { value: completeness.value }),
    }),
  };
}
