import { say } from '../model/words.ts';
import type { Grouping } from '../stats/groups.ts';
import type { Rank, Ranking } from '../stats/ranking.ts';
import { subtract, toPlain } from '../stats/rational.ts';
import { type DataTable, percentCell, type Telling } from './data-table.ts';

/** The figures by department, type, level and theme. */
export function groupTables(
  groupings: readonly Grouping[],
  { tell }: Telling,
): readonly DataTable[] {
  const note = say(
    '一个事项可以属于多于一个主题，各主题相加不等于合计',
    'an item may have several themes, so themes do not add up to the whole',
  );
  return groupings.map(({ key, label, groups }): DataTable => {
    const [first] = groups;
    const columns = (first?.figures ?? []).map(({ spec }) => tell(spec.label));
    return {
      key: `by-${key}`,
      title: tell(say(`按${label.zh}`, `by ${label.en}`)),
      ...(key === 'theme' ? { note: tell(note) } : {}),
      head: [
        tell(label),
        ...[say('事项', 'items'), say('计入', 'counted'), say('未计入', 'left out')].map(tell),
        ...[say('法定合计', 'statutory'), say('承诺合计', 'committed')].map(tell),
        ...columns,
      ],
      rows: groups.map(({ name, items, figures }) => {
        const [ratio] = figures;
        return [
          name,
          String(items),
          String(ratio?.counted ?? 0),
          String(ratio?.omitted ?? 0),
          ratio === undefined ? '—' : toPlain(ratio.denominator),
          ratio === undefined ? '—' : toPlain(subtract(ratio.denominator, ratio.numerator)),
          ...figures.map(({ value }) => percentCell(value)),
        ];
      }),
      chart: { kind: 'bars', names: [0], value: 6 },
    };
  });
}

/** Departments in order of their scores, those with few items last; the formula is the note. */
export function rankingTable(ranking: Ranking, { tell }: Telling): DataTable {
  const { formula, labels, ranks, apart } = ranking;
  return {
    key: 'ranking',
    title: tell(say('部门排名', 'ranking of departments')),
    note: tell(formula),
    head: [
      ...[say('名次', 'place'), say('部门', 'department'), say('得分', 'score')].map(tell),
      ...[say('最高可能', 'at most'), say('事项', 'items')].map(tell),
      ...labels,
    ],
    rows: [
      ...ranks.map((rank) => rankRow(rank, String(rank.place ?? '—'))),
      ...apart.map((rank) => rankRow(rank, tell(say('不排名', 'not ranked')))),
    ],
    chart: { kind: 'bars', names: [1], value: 2 },
  };
}

function rankRow({ name, items, score, most, parts }: Rank, place: string): string[] {
  const cells = [percentCell(score), percentCell(most), String(items)];
  return [place, name, ...cells, ...parts.map(percentCell)];
}
