import { say } from '../model/words.ts';
import { type Rational, subtract, toPercent, toPlain, toSigned } from '../stats/rational.ts';
import type { SideRow } from '../stats/side-by-side.ts';
import type { DataTable, Telling } from './data-table.ts';

/** Two states side by side, of all and of each department; what is worse is marked. */
export function sideTable(rows: readonly SideRow[], { tell }: Telling): DataTable {
  const note = say(
    '差是现在减原来，占比的差是百分点；标“增负”的是时限、材料、份数、收费变多，占比变低，或者名次变后',
    'the difference is now less then, of shares in points; 增负 marks what got worse',
  );
  return {
    key: 'side-by-side',
    title: tell(say('两个时间对照', 'side by side')),
    note: tell(note),
    head: [
      ...[say('部门', 'department'), say('指标', 'figure'), say('原来', 'before')].map(tell),
      ...[say('现在', 'after'), say('差', 'difference'), say('变化', 'change')].map(tell),
    ],
    rows: rows.map((row) => [
      row.department ?? tell(say('全部', 'all')),
      tell(row.label),
      cell(row, row.before),
      cell(row, row.after),
      differenceOf(row),
      row.worse ? tell(say('增负', 'worse')) : '',
    ]),
    marked: new Set(rows.flatMap(({ worse }, at) => (worse ? at : []))),
  };
}

function cell({ kind }: SideRow, value: Rational | undefined): string {
  if (value === undefined) return '—';
  return kind === 'share' ? toPercent(value) : toPlain(value);
}

function differenceOf({ kind, before, after }: SideRow): string {
  if (before === undefined || after === undefined) return '—';
  const { n, d } = subtract(after, before);
  if (kind === 'share') return toSigned({ n: n * 100n, d }, 1);
  return toSigned({ n, d }, 2).replace(/\.?0+$/, '');
}
