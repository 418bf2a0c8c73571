import { say, type Words } from '../model/words.ts';
import type { CaseRow, Change, Spared } from '../stats/cases.ts';
import { subtract, toPlain, toSigned } from '../stats/rational.ts';
import type { DataTable, Telling } from './data-table.ts';

/** What people are spared in a year: in all, by item, and which codes were not found. */
export function casesTables(spared: Spared, telling: Telling): readonly DataTable[] {
  return [totals(spared, telling), items(spared, telling), unmatched(spared, telling)].filter(
    ({ key, rows }) => key === 'spared' || rows.length > 0,
  );
}

function totals({ totals: all, rows, since }: Spared, { tell }: Telling): DataTable {
  const before = since
    ? say('比较的那个版本', 'the revision compared with')
    : say(
        '法定时限用满、免提交的材料都要交；跑动没有另一个版本就没有原来的数',
        'the statutory limit used up and no material waived; of visits nothing is known',
      );
  return {
    key: 'spared',
    title: tell(say('一年为群众省下的', 'what people are spared in a year')),
    note: tell(
      say(
        `每项的数 × 一年办件量，${rows.length}个事项相加；“原来”是${before.zh}；不知道的不计入，不当成0`,
        `per case × cases of a year; before is ${before.en}; the unknown is left out`,
      ),
    ),
    head: [
      ...[say('项目', 'what'), say('原来', 'before'), say('现在', 'after')].map(tell),
      ...[say('省下', 'spared'), say('单位', 'unit'), say('计入事项', 'items')].map(tell),
      ...[say('计入办件', 'cases'), say('未计入的事项', 'left out')].map(tell),
    ],
    rows: all.map((one) => [
      tell(one.label),
      one.items === 0 ? '—' : toPlain(one.before),
      one.items === 0 ? '—' : toPlain(one.after),
      one.items === 0 ? '—' : signed(subtract(one.before, one.after)),
      tell(one.unit),
      String(one.items),
      String(one.cases),
      one.unknown.join('、') || '—',
    ]),
  };
}

function items({ rows }: Spared, { tell }: Telling): DataTable {
  const columns: readonly [keyof CaseRow['spent'], Words][] = [
    ['materials', say('每件材料', 'materials a case')],
    ['visits', say('每件跑动', 'visits a case')],
    ['days', say('每件工作日', 'days a case')],
  ];
  return {
    key: 'spared-items',
    title: tell(say('逐项办件', 'cases by item')),
    head: [
      ...[say('事项', 'item'), say('一年办件', 'cases')].map(tell),
      ...columns.map(([, label]) => tell(label)),
    ],
    rows: rows.map(({ item, cases, spent }) => [
      `${item.value.name}（${item.id}）`,
      String(cases),
      ...columns.map(([key]) => changeCell(spent[key])),
    ]),
  };
}

function unmatched({ unmatched: codes }: Spared, { tell }: Telling): DataTable {
  return {
    key: 'spared-unmatched',
    title: tell(say('没有对上的编码', 'codes without an item')),
    head: [say('编码', 'code'), say('原因', 'reason')].map(tell),
    rows: codes.map(({ code, reason }) => [code, tell(reason)]),
  };
}

/** 6→4; a dash for what is not known. */
function changeCell({ before, after }: Change): string {
  const [old, now] = [before, after].map((each) => (each === undefined ? '—' : toPlain(each)));
  return `${old}→${now}`;
}

function signed(value: Parameters<typeof toSigned>[0]): string {
  return toSigned(value, 2).replace(/\.?0+$/, '');
}
