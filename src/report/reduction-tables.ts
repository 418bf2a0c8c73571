import { say } from '../model/words.ts';
import { type Rational, subtract, toPlain, toSigned } from '../stats/rational.ts';
import type { Delta, Reductions } from '../stats/reductions.ts';
import { type DataTable, percentCell, placeText, type Telling } from './data-table.ts';

/** The four reductions in total and by item, then what was added and dropped. */
export function reductionTables(reductions: Reductions, telling: Telling): readonly DataTable[] {
  return [
    totalsTable(reductions, telling),
    itemsTable(reductions, telling),
    entriesTable('added', say('新增的事项', 'items added'), reductions.added, telling),
    entriesTable('dropped', say('减少的事项', 'items dropped'), reductions.dropped, telling),
    uncomparedTable(reductions, telling),
  ].filter(({ key, rows }) => key === 'reductions' || rows.length > 0);
}

function totalsTable({ totals, kept, added, dropped }: Reductions, { tell }: Telling): DataTable {
  const counts = `${kept}/${added.length}/${dropped.length}`;
  return {
    key: 'reductions',
    title: tell(say('减时限、减材料、减环节、减跑动', 'the four reductions')),
    note: tell(
      say(
        `前后都有的事项 ${kept} 个，新增 ${added.length} 个，减少 ${dropped.length} 个；只比较前后都有的`,
        `kept/added/dropped ${counts}; only items of both are compared`,
      ),
    ),
    head: [
      ...[say('指标', 'figure'), say('原来', 'before'), say('现在', 'after')].map(tell),
      ...[say('减少', 'reduced by'), say('减幅', 'rate'), say('单位', 'unit')].map(tell),
      ...[say('比较', 'compared'), say('未比较', 'left out'), say('算法', 'formula')].map(tell),
    ],
    rows: totals.map(({ label, before, after, rate, unit, compared, leftOut, formula }) => [
      tell(label),
      toPlain(before),
      toPlain(after),
      signed(subtract(before, after)),
      percentCell(rate),
      tell(unit),
      String(compared),
      String(leftOut.length),
      tell(formula),
    ]),
    chart: { kind: 'bars', names: [0], value: 4 },
  };
}

function itemsTable({ totals, items }: Reductions, { tell }: Telling): DataTable {
  return {
    key: 'reduced-items',
    title: tell(say('有变化的事项', 'items that changed')),
    head: [
      tell(say('事项', 'item')),
      ...totals.map(({ label }) => tell(label)),
      tell(say('变化', 'changes')),
    ],
    rows: items.map(({ after, deltas, changes }) => [
      `${after.value.name}（${after.id}）`,
      ...deltas.map(deltaCell),
      changes.map(tell).join('；') || '—',
    ]),
  };
}

function entriesTable(
  key: string,
  title: ReturnType<typeof say>,
  entries: Reductions['added'],
  { tell, pathOf }: Telling,
): DataTable {
  return {
    key,
    title: tell(title),
    head: [say('事项', 'item'), say('类型', 'type'), say('文件', 'file')].map(tell),
    rows: entries.map(({ id, path, value }) => [
      `${value.name}（${id}）`,
      value.type,
      pathOf(path),
    ]),
  };
}

function uncomparedTable({ totals }: Reductions, telling: Telling): DataTable {
  const { tell } = telling;
  return {
    key: 'uncompared',
    title: tell(say('没有比较的事项', 'items not compared')),
    head: [
      ...[say('指标', 'figure'), say('事项', 'item')].map(tell),
      ...[say('原因', 'reason'), say('位置', 'place')].map(tell),
    ],
    rows: totals.flatMap(({ label, leftOut }) =>
      leftOut.map((each) => [tell(label), each.id, tell(each.reason), placeText(each, telling)]),
    ),
  };
}

/** `20→5`, or one number when nothing changed. */
function deltaCell(delta: Delta | undefined): string {
  if (delta === undefined) return '—';
  const [before, after] = [toPlain(delta.before), toPlain(delta.after)];
  return before === after ? before : `${before}→${after}`;
}

function signed(value: Rational): string {
  return toSigned(value, 2).replace(/\.?0+$/, '');
}
