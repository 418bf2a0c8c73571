import { say } from '../model/words.ts';
import type { Figure } from '../stats/figure.ts';
import { figureText } from '../stats/figure-text.ts';
import { policyWords } from '../stats/policy-words.ts';
import { toPlain } from '../stats/rational.ts';
import type { Reductions } from '../stats/reductions.ts';
import type { Stats } from '../stats/stats.ts';
import type { DataTable, FigureRow, Telling } from './data-table.ts';
import { reductionTables } from './reduction-tables.ts';
import { statsTables } from './stats-tables.ts';

/** All figures of a catalogue as final strings, ready for any form. */
export interface StatsDocument {
  readonly title: string;
  readonly summary: string;
  readonly policy: readonly string[];
  readonly figures: readonly FigureRow[];
  readonly tables: readonly DataTable[];
}

/** Puts the figures into words and digits; the only place that rounds. */
export function statsDocument(
  title: string,
  stats: Stats,
  telling: Telling,
  reductions?: Reductions,
): StatsDocument {
  const { tell } = telling;
  const { items, departments } = stats;
  const figures = stats.figures.map((figure) => figureRow(figure, telling));
  return {
    title,
    summary: tell(
      say(`事项 ${items} 个，部门 ${departments} 个`, `${items} items, ${departments} departments`),
    ),
    policy: policyWords(stats.policy).map(tell),
    figures,
    tables: [
      ...(reductions === undefined ? [] : reductionTables(reductions, telling)),
      ...statsTables(stats, figures, telling),
    ],
  };
}

function figureRow(figure: Figure, telling: Telling): FigureRow {
  const { spec, numerator, denominator, counted, omitted, reasons } = figure;
  return {
    key: spec.key,
    label: telling.tell(spec.label),
    value: figureText(spec, figure, telling.tell) ?? null,
    numerator: toPlain(numerator),
    denominator: spec.kind === 'sum' ? null : toPlain(denominator),
    formula: telling.tell(spec.formula),
    counted,
    leftOut: omitted,
    reasons: reasons.map(({ reason, count }) => ({ reason: telling.tell(reason), count })),
  };
}
