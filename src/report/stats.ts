import { say, type Words } from '../model/words.ts';
import type { Figure } from '../stats/figure.ts';
import { toPercent, toPlain } from '../stats/rational.ts';
import type { Stats } from '../stats/stats.ts';
import { jsonText } from '../text/json-text.ts';
import { type DataTable, placeText, type Telling } from './data-table.ts';
import { heads } from './heads.ts';
import type { StatsDocument } from './stats-document.ts';

/** The figures as JSON: the ratio with all that it counts, every figure, every table. */
export function statsJson(document: StatsDocument, stats: Stats, telling: Telling): string {
  const { title, policy, figures, tables } = document;
  const { compression } = stats;
  const report = {
    title,
    items: stats.items,
    departments: stats.departments,
    policy: stats.policy,
    policyWords: policy,
    compression: {
      formula: figures.find(({ key }) => key === 'compression')?.formula,
      statutory: toPlain(compression.statutory),
      committed: toPlain(compression.committed),
      ratio: compression.ratio === undefined ? null : toPercent(compression.ratio),
      counted: compression.counted.map(({ id, path, statutory, committed }) => ({
        id,
        path: telling.pathOf(path),
        statutory: toPlain(statutory),
        committed: toPlain(committed),
      })),
      leftOut: compression.leftOut.map(({ id, path, line, reason }) => ({
        id,
        path: telling.pathOf(path),
        line,
        reason: telling.tell(reason),
      })),
    },
    instant: shareOf(stats.figures, 'instant'),
    completeness: shareOf(stats.figures, 'completeness:notice'),
    figures,
    tables: tables
      .filter(({ key }) => !['figures', 'left-out', 'counted'].includes(key))
      .map(({ marked: _, ...table }) => table),
  };
  return `${jsonText(report, 2)}\n`;
}

/** How many of how many, and the percentage; null for an empty set. */
function shareOf(figures: readonly Figure[], key: string) {
  const figure = figures.find(({ spec }) => spec.key === key);
  return {
    count: Number(figure?.numerator.n ?? 0n),
    of: Number(figure?.denominator.n ?? 0n),
    share: figure?.value === undefined ? null : toPercent(figure.value),
  };
}

/** The working of figures down to items and lines: what each gave, and what was left out. */
export function explainTables(figures: readonly Figure[], telling: Telling): readonly DataTable[] {
  const { tell } = telling;
  return figures.map(({ spec, working, leftOut }) => ({
    key: `explain-${spec.key}`,
    title: `${tell(spec.label)}：${tell(say('计算过程', 'working'))}`,
    note: tell(spec.formula),
    head: heads(tell, [
      ['事项', 'item'],
      ['计入分子', 'numerator'],
      ['计入分母', 'denominator'],
      ['依据', 'because'],
      ['位置', 'place'],
    ]),
    rows: [
      ...working.map((one) => [
        one.id,
        toPlain(one.amount),
        spec.kind === 'sum' ? '—' : toPlain(one.weight),
        tell(one.says),
        placeText(one, telling),
      ]),
      ...leftOut.map((one) => [
        one.id,
        '—',
        '—',
        leftOutText(one.reason, tell),
        placeText(one, telling),
      ]),
    ],
  }));
}

function leftOutText(reason: Words, tell: Telling['tell']): string {
  return tell(say(`未计入：${reason.zh}`, `left out: ${reason.en}`));
}
