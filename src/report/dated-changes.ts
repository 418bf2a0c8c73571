import type { FileChanges } from '../diff/catalog-changes.ts';
import { isPublished } from '../diff/field-changes.ts';
import { say } from '../model/words.ts';
import { jsonText } from '../text/json-text.ts';
import { visible } from '../text/visible.ts';
import { changeTitle, fieldName, shownTexts } from './change-document.ts';
import type { Telling } from './data-table.ts';

/** A change with its dates, as a report needs it. */
export interface DatedRow {
  readonly change: FileChanges;
  readonly approved?: string;
  readonly effective?: string;
  readonly published?: string;
  readonly days?: number;
  readonly overdue: boolean;
}

/** Changes with their dates and how long each took, for the terminal. */
export function datedTable(rows: readonly DatedRow[], telling: Telling): string {
  const { tell, pathOf } = telling;
  if (rows.length === 0) return `${tell(say('没有变更', 'no changes'))}\n`;
  const lines = rows.flatMap((row) => [
    `${changeTitle(row.change, telling)}  ${pathOf(row.change.path)}`,
    `  ${datesWords(row, telling)}`,
  ]);
  return `${lines.map(visible).join('\n')}\n`;
}

function datesWords(
  { approved, published, effective, days, overdue }: DatedRow,
  { tell }: Telling,
) {
  const none = tell(say('没有写', 'not said'));
  const open = tell(say('还没有公开', 'not public yet'));
  const parts = [
    `${tell(say('批准', 'approved'))} ${approved ?? none}`,
    `${tell(say('公开', 'public'))} ${published ?? open}`,
    `${tell(say('施行', 'effective'))} ${effective ?? none}`,
  ];
  if (days !== undefined) {
    const took = say(`用了 ${days} 个工作日`, `${days} working days`);
    parts.push(tell(took) + (overdue ? tell(say('，超过1个工作日', ', more than 1')) : ''));
  }
  return parts.join('  ');
}

/** The same as JSON. */
export function datedJson(rows: readonly DatedRow[], { pathOf }: Telling): string {
  const changes = rows.map(({ change, approved, published, effective, days, overdue }) => ({
    path: pathOf(change.path),
    id: change.id,
    title: change.title,
    kind: change.kind,
    approved: approved ?? null,
    published: published ?? null,
    effective: effective ?? null,
    days: days ?? null,
    overdue,
  }));
  return `${jsonText({ changes, overdue: rows.filter((row) => row.overdue).length }, 2)}\n`;
}

/** A notice of the changes in plain text, to be pasted into a message to the public. */
export function changeNotice(rows: readonly DatedRow[], today: string): string {
  const parts = rows.map(({ change, effective }) => {
    const { title, kind, fields } = change;
    const event = { added: '新增', removed: '取消', moved: '变更', changed: '变更' }[kind];
    const from =
      effective === undefined
        ? ''
        : `自${effective}起施行${effective > today ? '，在这以前仍按原来的办' : ''}`;
    const told = fields.filter(isPublished).map((field) => {
      const [before, after] = shownTexts(field);
      return `  · ${fieldName(field)}：${before} → ${after}`;
    });
    const sheets =
      kind === 'added' ? [] : ['  旧的办事指南和一次性告知单作废，以网站和大厅新的为准'];
    return [`【${event}】${title}${from === '' ? '' : `（${from}）`}`, ...told, ...sheets];
  });
  return `${['事项变更公告', ...parts.flat()].map(visible).join('\n')}\n`;
}
