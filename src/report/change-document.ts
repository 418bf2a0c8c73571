import type { FileChanges } from '../diff/catalog-changes.ts';
import type { FieldChange } from '../model/change.ts';
import { KIND_NAMES } from '../model/kinds.ts';
import { say, type Words } from '../model/words.ts';
import type { ChangeTotals } from '../stats/change-totals.ts';
import { type Rational, toPlain } from '../stats/rational.ts';
import type { DataTable, Telling } from './data-table.ts';

/** What changed, ready for any form. */
export interface ChangeDocument {
  readonly changes: readonly FileChanges[];
  readonly totals: ChangeTotals;
}

const EVENTS: Record<FileChanges['kind'], Words> = {
  added: say('新增', 'added'),
  removed: say('删去', 'removed'),
  moved: say('移动', 'moved'),
  changed: say('变更', 'changed'),
};

/** 事项“取水许可”变更. */
export function changeTitle({ of, title, kind }: FileChanges, { tell }: Telling): string {
  const [what, event] = [tell(KIND_NAMES[of]), tell(EVENTS[kind])];
  return tell(say(`${what}“${title}”${event}`, `${what} “${title}” ${event}`));
}

/** Where a file was, for one that was moved. */
export function movedFrom({ from }: FileChanges, { tell, pathOf }: Telling): string | undefined {
  return from === undefined ? undefined : tell(say('原在 ', 'was ')) + pathOf(from);
}

/** The name of a field, with the entry that it belongs to. */
export function fieldName({ of, label }: FieldChange): string {
  return of === '' ? label : `${of}的${label}`;
}

/** In characters: of longer texts what differs is shown. */
const LONG = 80;
const LEAD = 12;

/** Both texts in one line each, long ones only around what differs; a dash where there is none. */
export function shownTexts({ before, after }: FieldChange): [string, string] {
  const [old, now] = [before, after].map((text) => [...text.replace(/\s+/g, ' ').trim()]);
  if (old === undefined || now === undefined) return ['', ''];
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same += 1;
  const isLong = old.length > LONG || now.length > LONG;
  const both = old.length > 0 && now.length > 0;
  const start = isLong && both ? Math.max(0, same - LEAD) : 0;
  return [cut(old, start), cut(now, start)];
}

function cut(text: readonly string[], start: number): string {
  if (text.length === 0) return '—';
  const part = text.slice(start, start + LONG).join('');
  return `${start > 0 ? '……' : ''}${part}${text.length > start + LONG ? '……' : ''}`;
}

/** 新增 1、删去 0、移动 0、变更 3；增负 2 处，减负 4 处，中性 5 处. */
export function totalsLine({ files, fields }: ChangeTotals, { tell }: Telling): string {
  const zh = `新增 ${files.added}，删去 ${files.removed}，移动 ${files.moved}，变更 ${files.changed}`;
  const en = `added ${files.added}, removed ${files.removed}, moved ${files.moved}, changed ${files.changed}`;
  return tell(
    say(
      `${zh}；增负 ${fields.增负} 处，减负 ${fields.减负} 处，中性 ${fields.中性} 处`,
      `${en}; heavier ${fields.增负}, lighter ${fields.减负}, neither ${fields.中性}`,
    ),
  );
}

/** Every sum with what was taken off and what was put on, one beside the other. */
export function sumsTable({ sums }: ChangeTotals, { tell }: Telling): DataTable {
  const amount = (value: Rational): string => toPlain(value);
  return {
    key: 'totals',
    title: tell(say('合计', 'totals')),
    note: tell(
      say('减的和增的分开列，不相抵', 'what was taken off and put on, none taken from the other'),
    ),
    head: [say('指标', 'figure'), say('减', 'less'), say('增', 'more'), say('单位', 'unit')].map(
      tell,
    ),
    rows: sums.map(({ label, less, more, unit }) => [
      tell(label),
      amount(less),
      amount(more),
      tell(unit),
    ]),
  };
}

/** A table of one file's fields. */
export function fieldsTable(change: FileChanges, key: string, telling: Telling): DataTable {
  const { tell, pathOf } = telling;
  const moved = movedFrom(change, telling);
  return {
    key,
    title: changeTitle(change, telling),
    note: `${pathOf(change.path)}${moved === undefined ? '' : `；${moved}`}`,
    head: HEADS.map(tell),
    rows: change.fields.map((field) => [
      fieldName(field),
      ...shownTexts(field),
      field.burden,
      tell(field.reason),
    ]),
  };
}

const HEADS = [
  ...[say('栏目', 'field'), say('原来', 'before'), say('现在', 'after')],
  ...[say('负担', 'burden'), say('理由', 'because')],
];
