import type { Streamed } from '../load/stream.ts';
import type { Catalog } from '../model/catalog.ts';
import { say } from '../model/words.ts';
import type { DataTable } from '../report/data-table.ts';
import type { Figure, FigureSpec } from '../stats/figure.ts';
import { type CommandEntry, type Session, UsageError } from './command.ts';
import { declareCounting, readCounting } from './counting.ts';

/** `mingbai stats`: the figures a service hall is judged by, with what was counted. */
export const statsCommand: CommandEntry = {
  name: 'stats',
  summary: say(
    '统计：时限压缩率、即办件占比、要素完整度、减时限，连同口径、计入和未计入的事项',
    'figures of the catalogue, with what was counted and what was left out',
  ),
  declare(command, tell) {
    const what = say('completeness：只看要素完整度和每处缺项', 'completeness: gaps only');
    command
      .argument('[completeness]', tell(what))
      .argument('[catalog]', tell(say('目录所在的文件夹', 'folder of the catalogue')))
      .option('--format <format>', tell(say('形式：table、json、csv、xlsx、html', 'form')), 'table')
      .option('--out <file>', tell(say('写到文件', 'write to a file')))
      .option('--explain [figure]', tell(say('列出指标的计算过程', 'show the working')))
      .option('--from <revision>', tell(say('与这个 git 版本比较', 'compare with a revision')))
      .option('--to <revision>', tell(say('统计这个 git 版本，不写就是现在', 'revision to count')))
      .option('--cases <file>', tell(say('一年办件量的 CSV：事项编码、办件量', 'CSV of cases')));
    command.option('--profile <standard>', tell(say('按一个标准逐项评分', 'score each item by')));
    declareCounting(command, tell);
  },
  async run(args, options, session) {
    const gaps = args[0] === 'completeness';
    const folder = gaps ? args[1] : args[0];
    if (!gaps && args.length > 1) {
      throw new UsageError(say('参数太多（用 --help 查看用法）', 'too many arguments'));
    }
    const { checkForm, write } = await import('./stats-output.ts');
    checkForm(options);
    const decided = readCounting(options);
    const { streamFolder, openCatalog } = await import('./open.ts');
    const { measureCatalog } = await import('../stats/stats.ts');
    const { standardsFor } = await import('./standards.ts');
    const { statsDocument } = await import('../report/stats-document.ts');
    const { openRevision, reductionsSince } = await import('./revisions.ts');
    const opened = streamFolder(folder, session);
    const { root, pathOf } = opened;
    const { from, to, explain } = options;
    // Catalogues that are compared are held.
    const held = to === undefined ? undefined : openRevision(root, String(to));
    const catalog = held ?? { ...opened.catalog, items: opened.items };
    const standards = standardsFor(held ?? opened.catalog);
    const around: Catalog = held ?? opened.catalog;
    const asked = ({ key, label }: FigureSpec) => isExplained(explain, key, session.tell(label));
    const more = await weighed(around, session);
    const stats = measureCatalog(catalog, standards, decided, asked, more);
    if (held === undefined) tellUnread(opened, stats.items, session);
    const reductions =
      from === undefined
        ? undefined
        : reductionsSince(root, held ?? openCatalog(folder, session).catalog, from, stats.policy);
    const telling = { tell: session.tell, pathOf };
    const full = statsDocument(catalog.settings.value.title, stats, telling, reductions);
    const { gapsTable } = await import('../report/completeness-tables.ts');
    const { explainTables } = await import('../report/stats.ts');
    const shown = explained(stats.figures, explain, session);
    const missing = (): DataTable[] => [gapsTable(catalog.items, standards, telling)];
    const { comparedTables } = await import('./stats-compared.ts');
    const counted = { catalog, standards, policy: stats.policy, root };
    const compared = await comparedTables(counted, options, { telling, session });
    const document = gaps
      ? { ...only(full, 'completeness:'), tables: missing() }
      : { ...full, tables: [...compared, ...explainTables(shown, telling), ...full.tables] };
    await write(document, { stats, telling, options, session });
    return 0;
  },
};

/** Figures that only the ranking asks for; the rules are loaded where it does. */
async function weighed(catalog: Catalog, { world }: Session): Promise<readonly FigureSpec[]> {
  if (catalog.settings.value.counting?.weights === undefined) return [];
  const { weighedFigures } = await import('./weighed.ts');
  return weighedFigures(catalog, world.today);
}

/** Says how many files could not be read, so that nobody takes a part for the whole. */
function tellUnread({ faulty }: Streamed, items: number, { world, tell }: Session): void {
  if (faulty.size === 0) return;
  const zh = `有 ${faulty.size} 个文件有错误，读出 ${items} 个事项；先运行 mingbai check\n`;
  world.err(tell(say(zh, `${faulty.size} files have errors; run mingbai check first\n`)));
}

/** The figures whose working is asked for: by key or label, all of them for a bare option. */
function explained(
  figures: readonly Figure[],
  asked: unknown,
  { tell }: Session,
): readonly Figure[] {
  if (asked === undefined) return [];
  const found = figures.filter(({ spec }) => isExplained(asked, spec.key, tell(spec.label)));
  if (found.length > 0) return found;
  const known = figures.map(({ spec }) => spec.key).join('、');
  throw new UsageError(
    say(`没有“${asked}”这个指标，可用：${known}`, `no figure “${asked}”: ${known}`),
  );
}

function isExplained(asked: unknown, key: string, label: string): boolean {
  return asked === true || asked === key || asked === label;
}

function only<T extends { figures: readonly { key: string }[] }>(document: T, prefix: string): T {
  return { ...document, figures: document.figures.filter(({ key }) => key.startsWith(prefix)) };
}
