import type { FileChanges } from '../diff/catalog-changes.ts';
import { type Language, say } from '../model/words.ts';
import { toPlain } from '../stats/rational.ts';
import { jsonText } from '../text/json-text.ts';
import { visible } from '../text/visible.ts';
import {
  type ChangeDocument,
  changeTitle,
  fieldName,
  fieldsTable,
  movedFrom,
  shownTexts,
  sumsTable,
  totalsLine,
} from './change-document.ts';
import type { Telling } from './data-table.ts';
import { escapeData, escapeProperty } from './github.ts';
import { tablesPage } from './stats-html.ts';
import { tableLines } from './stats-text.ts';

type Form = (document: ChangeDocument, telling: Telling, lang: Language) => string;

/** The forms in which changes are told: one line each. */
export const CHANGE_FORMS = {
  table: tableForm,
  md: markdownForm,
  json: jsonForm,
  html: htmlForm,
  github: githubForm,
} satisfies Record<string, Form>;

function tableForm({ changes, totals }: ChangeDocument, telling: Telling): string {
  const { tell, pathOf } = telling;
  const nothing = tell(say('没有变化', 'nothing changed'));
  if (changes.length === 0) return `${nothing}\n`;
  const lines = changes.flatMap((change) => [
    `${changeTitle(change, telling)}  ${pathOf(change.path)}`,
    ...[movedFrom(change, telling) ?? []].flat().map((line) => `  ${line}`),
    ...change.fields.flatMap((field) => {
      const [before, after] = shownTexts(field);
      const words = `${fieldName(field)}：${before} → ${after}`;
      return [`  ${field.burden}  ${words}`, `        ${tell(field.reason)}`];
    }),
    '',
  ]);
  const all = [...lines, totalsLine(totals, telling), ...tableLines(sumsTable(totals, telling))];
  return `${all.map(visible).join('\n')}\n`;
}

/** For a merge request: a heading and a table a file. */
function markdownForm({ changes, totals }: ChangeDocument, telling: Telling): string {
  const { tell } = telling;
  const tables = changes.map((change, at) => fieldsTable(change, `change-${at}`, telling));
  const heading = tell(say('目录变更', 'Changes of the catalogue'));
  const parts = [`## ${heading}`, '', totalsLine(totals, telling)];
  for (const table of [...tables, sumsTable(totals, telling)]) {
    parts.push('', `### ${inMarkdown(table.title)}`, '', inMarkdown(table.note ?? ''));
    if (table.rows.length === 0) continue;
    const row = (cells: readonly string[]): string => `| ${cells.map(inMarkdown).join(' | ')} |`;
    parts.push('', row(table.head), row(table.head.map(() => '---')), ...table.rows.map(row));
  }
  return `${parts.join('\n')}\n`;
}

/** Nothing of a text is taken for a mark of Markdown or for HTML. */
function inMarkdown(text: string): string {
  const line = visible(text).replace(/\s+/g, ' ');
  if (line === '---') return line;
  return line.replace(/[\\|*_\x60[\]<>#~@]/g, (sign) => `\\${sign}`).replaceAll('\\<', '&lt;');
}

function jsonForm({ changes, totals }: ChangeDocument, telling: Telling): string {
  const { tell, pathOf } = telling;
  const { files, fields, sums } = totals;
  const report = {
    changes: changes.map((change) => ({
      path: pathOf(change.path),
      ...(change.from === undefined ? {} : { from: pathOf(change.from) }),
      id: change.id,
      kind: change.kind,
      of: change.of,
      title: change.title,
      fields: change.fields.map(({ pointer, label, of, entry, before, after, burden, reason }) => ({
        pointer,
        label,
        ...(of === '' ? {} : { of }),
        ...(entry === undefined ? {} : { entry }),
        before: before === '' ? null : before,
        after: after === '' ? null : after,
        burden,
        reason: tell(reason),
      })),
    })),
    totals: {
      files,
      ...fields,
      sums: sums.map(({ key, label, unit, less, more }) => ({
        key,
        label: tell(label),
        less: toPlain(less),
        more: toPlain(more),
        unit: tell(unit),
      })),
    },
  };
  return `${jsonText(report, 2)}\n`;
}

function htmlForm({ changes, totals }: ChangeDocument, telling: Telling, lang: Language): string {
  const tables = changes.map((change, at) => fieldsTable(change, `change-${at + 1}`, telling));
  const name = telling.tell(say('目录变更', 'Changes of the catalogue'));
  const all = [sumsTable(totals, telling), ...tables.filter(({ rows }) => rows.length > 0)];
  const plain = changes.filter(({ fields }) => fields.length === 0);
  const lead = plain.length === 0 ? [] : [plainList(plain, telling)];
  return tablesPage({ name, summary: totalsLine(totals, telling), tables: all, lang }, lead);
}

/** Files that came or went, of which there is no table. */
function plainList(changes: readonly FileChanges[], telling: Telling): string {
  const lines = changes.map((change) => {
    const moved = movedFrom(change, telling);
    const text = `${changeTitle(change, telling)}：${telling.pathOf(change.path)}`;
    return `<li>${escapeHtml(`${text}${moved === undefined ? '' : `（${moved}）`}`)}</li>`;
  });
  return `<ul>\n${lines.join('\n')}\n</ul>`;
}

function escapeHtml(text: string): string {
  return visible(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Annotations of a pull request: what is heavier is a warning, the rest a notice. */
function githubForm({ changes }: ChangeDocument, telling: Telling): string {
  const lines = changes.flatMap((change) => {
    const { path, kind, fields, after } = change;
    if (fields.length === 0) {
      return kind === 'removed'
        ? []
        : [annotation('notice', telling.pathOf(path), 1, changeTitle(change, telling), '')];
    }
    return fields.map((field) => {
      const { burden, reason, pointer } = field;
      const [before, now] = shownTexts(field);
      const line = after?.source.locate(pointer).line ?? 1;
      const level = burden === '增负' ? 'warning' : 'notice';
      const text = `${fieldName(field)}：${before} → ${now}\n${telling.tell(reason)}`;
      return annotation(level, telling.pathOf(path), line, burden, text);
    });
  });
  return lines.sort((a, b) => rank(a) - rank(b)).join('');
}

const rank = (line: string): number => (line.startsWith('::warning') ? 0 : 1);

function annotation(
  level: string,
  path: string,
  line: number,
  title: string,
  text: string,
): string {
  const place = `file=${escapeProperty(path)},line=${line},title=${escapeProperty(title)}`;
  return `::${level} ${place}::${escapeData(text === '' ? title : text)}\n`;
}
