import { say, type Words } from '../model/words.ts';
import { divide, subtract, toPlain, toSigned } from '../stats/rational.ts';
import type { Stats } from '../stats/stats.ts';
import {
  type DataTable,
  type FigureRow,
  percentCell,
  placeText,
  type Telling,
} from './data-table.ts';
import { groupTables, rankingTable } from './group-tables.ts';
import { heads } from './heads.ts';
import { sensitivityTables } from './sensitivity-tables.ts';

/** Every table of the figures, in the order of the report. */
export function statsTables(
  stats: Stats,
  figures: readonly FigureRow[],
  telling: Telling,
): readonly DataTable[] {
  const { tell } = telling;
  return [
    figuresTable(figures, tell),
    ...groupTables(stats.groupings, telling),
    rankingTable(stats.ranking, telling),
    ...sensitivityTables(stats, telling),
    influenceTable(stats, telling),
    ...distributionTables(stats, tell),
    exemptTable(stats, telling),
    leftOutTable(stats, telling),
    countedTable(stats, telling),
  ].filter(({ rows }) => rows.length > 0);
}

function figuresTable(figures: readonly FigureRow[], tell: Tell): DataTable {
  return {
    key: 'figures',
    title: tell(say('指标', 'figures')),
    head: heads(tell, [
      ['指标', 'figure'],
      ['数值', 'value'],
      ['分子', 'numerator'],
      ['分母', 'denominator'],
      ['计入', 'counted'],
      ['未计入', 'left out'],
      ['算法', 'formula'],
    ]),
    rows: figures.map((each) => [
      each.label,
      each.value ?? '—',
      each.numerator,
      each.denominator ?? '—',
      String(each.counted),
      String(each.leftOut),
      each.formula,
    ]),
  };
}

function influenceTable({ influence }: Stats, telling: Telling): DataTable {
  const { tell } = telling;
  return {
    key: 'influence',
    title: tell(say('对时限压缩率影响最大的事项', 'the items that move the ratio most')),
    note: tell(
      say(
        '去掉这一项以后的压缩率；影响是百分点，负数表示它拉低了压缩率',
        'the ratio without the item; below zero where the item lowers it',
      ),
    ),
    head: heads(tell, [
      ['事项', 'item'],
      ['法定', 'statutory'],
      ['承诺', 'committed'],
      ['去掉后', 'without'],
      ['影响', 'moves'],
      ['位置', 'place'],
    ]),
    rows: influence.map(({ row, without, moves }) => [
      row.id,
      toPlain(row.statutory),
      toPlain(row.committed),
      percentCell(without),
      toSigned({ n: moves.n * 100n, d: moves.d }, 2),
      placeText(row, telling),
    ]),
  };
}

function distributionTables({ distributions }: Stats, tell: Tell): readonly DataTable[] {
  return distributions.map(({ key, label, rows }) => ({
    key,
    title: tell(label),
    head: [
      tell(label),
      ...heads(tell, [
        ['事项数', 'items'],
        ['占比', 'share'],
      ]),
    ],
    rows: rows.map(({ name, count, share }) => [tell(name), String(count), percentCell(share)]),
    chart: { kind: 'bars', names: [0], value: 2 },
  }));
}

function exemptTable({ exempt }: Stats, telling: Telling): DataTable {
  const { tell } = telling;
  return {
    key: 'exempt',
    title: tell(say('免于进驻的事项', 'exempt items')),
    head: heads(tell, [
      ['事项', 'item'],
      ['理由', 'reason'],
      ['位置', 'place'],
    ]),
    rows: exempt.map((each) => [each.id, tell(each.reason), placeText(each, telling)]),
  };
}

function leftOutTable({ compression }: Stats, telling: Telling): DataTable {
  const { tell } = telling;
  return {
    key: 'left-out',
    title: tell(say('未计入时限压缩率的事项', 'left out of the compression ratio')),
    head: heads(tell, [
      ['事项', 'item'],
      ['原因', 'reason'],
      ['位置', 'place'],
    ]),
    rows: compression.leftOut.map((each) => [each.id, tell(each.reason), placeText(each, telling)]),
  };
}

function countedTable({ compression }: Stats, telling: Telling): DataTable {
  const { tell } = telling;
  return {
    key: 'counted',
    title: tell(say('计入时限压缩率的事项', 'counted in the compression ratio')),
    head: heads(tell, [
      ['事项', 'item'],
      ['法定', 'statutory'],
      ['承诺', 'committed'],
      ['压缩率', 'ratio'],
      ['位置', 'place'],
    ]),
    rows: compression.counted.map((each) => [
      each.id,
      toPlain(each.statutory),
      toPlain(each.committed),
      percentCell(divide(subtract(each.statutory, each.committed), each.statutory)),
      placeText(each, telling),
    ]),
    working: true,
  };
}

type Tell = (words: Words) => string;
