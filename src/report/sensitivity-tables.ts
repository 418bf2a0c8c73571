import { say } from '../model/words.ts';
import { toPlain } from '../stats/rational.ts';
import type { BandEnd } from '../stats/sensitivity.ts';
import type { Stats } from '../stats/stats.ts';
import { type DataTable, percentCell, type Telling } from './data-table.ts';

/** The band of the ratio, and the ratio when one point of the 口径 is decided otherwise. */
export function sensitivityTables(stats: Stats, telling: Telling): readonly DataTable[] {
  return [bandTable(stats, telling), variantsTable(stats, telling), naiveTable(stats, telling)];
}

function bandTable({ sensitivity, compression }: Stats, { tell }: Telling): DataTable {
  const { tried, low, high } = sensitivity;
  const row = (name: string, end: BandEnd | undefined): string[] => [
    name,
    percentCell(end?.ratio),
    String(end?.counted ?? 0),
    (end?.options ?? [])
      .map(({ choice, option }) => `${tell(choice)}：${tell(option)}`)
      .join('；') || '—',
  ];
  return {
    key: 'band',
    title: tell(say('时限压缩率的区间', 'the band of the ratio')),
    note: tell(
      say(
        `口径各点可取的选择全部组合，共 ${tried} 种`,
        `all ${tried} combinations of the admissible ways of counting`,
      ),
    ),
    head: [
      ...[say('位置', 'end'), say('时限压缩率', 'ratio'), say('计入', 'counted')].map(tell),
      tell(say('口径', 'ways of counting')),
    ],
    rows: [
      row(tell(say('最低', 'lowest')), low),
      [
        tell(say('本口径', 'as declared')),
        percentCell(compression.ratio),
        String(compression.counted.length),
        tell(say('见口径', 'see above')),
      ],
      row(tell(say('最高', 'highest')), high),
    ],
    chart: { kind: 'band', names: [0], value: 1 },
  };
}

function variantsTable({ sensitivity: { variants } }: Stats, { tell }: Telling): DataTable {
  return {
    key: 'variants',
    title: tell(say('口径一处不同时的时限压缩率', 'the ratio when one point is decided otherwise')),
    head: [
      ...[say('口径', 'point'), say('选择', 'decided as'), say('时限压缩率', 'ratio')].map(tell),
      ...[say('计入', 'counted'), say('与本口径', 'as declared')].map(tell),
    ],
    rows: variants.map(({ choice, option, ratio, counted, declared }) => [
      tell(choice),
      tell(option),
      percentCell(ratio),
      String(counted),
      tell(declared ? say('相同', 'same') : say('不同', 'different')),
    ]),
    chart: { kind: 'bars', names: [0, 1], value: 2 },
  };
}

function naiveTable({ naive, compression }: Stats, { tell }: Telling): DataTable {
  return {
    key: 'naive',
    title: tell(say('与只加数字的查询比较', 'beside a query that only adds numbers')),
    note: tell(
      say(
        '只加数字的查询不换算单位，空白按1、“无”按500，什么类型和状态都计；列在这里只供比较',
        'numbers without units, a blank as 1, “无” as 500, every type and state; for comparison only',
      ),
    ),
    head: [
      ...[say('查询', 'query'), say('法定合计', 'statutory')].map(tell),
      ...[say('承诺合计', 'committed'), say('压缩率', 'ratio'), say('计入', 'counted')].map(tell),
    ],
    rows: [
      [
        tell(say('只加数字', 'numbers only')),
        toPlain(naive.statutory),
        toPlain(naive.committed),
        percentCell(naive.ratio),
        String(naive.counted),
      ],
      [
        tell(say('本口径', 'as declared')),
        toPlain(compression.statutory),
        toPlain(compression.committed),
        percentCell(compression.ratio),
        String(compression.counted.length),
      ],
    ],
  };
}
