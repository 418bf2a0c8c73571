import type { DataTable } from './data-table.ts';
import { htmlPage } from './html-page.ts';
import { chartOf, escapeText } from './stats-chart.ts';
import type { StatsDocument } from './stats-document.ts';
import { isNumber } from './stats-text.ts';

const STYLE = `
body{font:17px/1.7 "Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;
color:#1a1a1a;background:#fff;max-width:60rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;line-height:1.3;margin:0 0 .5rem}
h2{font-size:1.2rem;margin:2.2rem 0 .5rem;border-bottom:2px solid #1a4f8b;padding-bottom:.2rem}
p,li{margin:.3rem 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:15px;line-height:1.5;width:100%}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}
thead th{background:#eef2f7;min-width:2.4em}
tr.worse td{color:#a3120f}
td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
figure{margin:0}
.chart{max-width:100%;height:auto;font-size:14px;display:block;margin:.5rem 0}
.chart rect{fill:#1a4f8b}
.chart rect.band{fill:#b9cfe8}
.chart .axis line{stroke:#c8c8c8}
.chart .axis text{fill:#4a4a4a;font-size:12px}
@media print{
@page{size:A4;margin:18mm 15mm}
body{font-size:10.5pt;max-width:none;padding:0}
table{font-size:9pt}
thead{display:table-header-group}
tr,svg{break-inside:avoid}
h2{break-after:avoid}
.scroll{overflow:visible}
.chart rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}`;

/** What stands on a page of tables. */
interface TablesPage {
  readonly name: string;
  readonly summary: string;
  readonly tables: readonly DataTable[];
  readonly lang: 'zh' | 'en';
}

/**
 * The figures as one page that needs nothing else: style within, charts as SVG drawn beforehand,
 * no script; each chart stands with the table it shows.
 */
export function statsHtml(document: StatsDocument, lang: 'zh' | 'en'): string {
  const { title, summary, policy, tables } = document;
  const name = `${title} ${lang === 'zh' ? '统计' : 'statistics'}`;
  return tablesPage({ name, summary, tables, lang }, [
    `<h2>${lang === 'zh' ? '口径' : 'What is counted'}</h2>`,
    `<ul>\n${policy.map((line) => `<li>${escapeText(line)}</li>`).join('\n')}\n</ul>`,
  ]);
}

/** A page of tables, complete in itself; `lead` is HTML that stands before them. */
export function tablesPage(
  { name: title, summary, tables, lang }: TablesPage,
  lead: readonly string[],
): string {
  const parts = [
    `<h1>${escapeText(title)}</h1>\n<p>${escapeText(summary)}</p>`,
    ...lead,
    ...tables.map(section),
  ];
  return htmlPage({ lang, title, style: STYLE, parts });
}

function section(table: DataTable): string {
  const { key, title, note } = table;
  const chart = chartOf(table);
  return [
    `<section id="${key}">\n<h2>${escapeText(title)}</h2>`,
    ...(note === undefined ? [] : [`<p>${escapeText(note)}</p>`]),
    chart === undefined ? tableHtml(table) : `<figure>\n${chart}\n${tableHtml(table)}\n</figure>`,
    '</section>',
  ].join('\n');
}

function tableHtml({ title, head, rows, marked }: DataTable): string {
  const headCells = head.map((cell) => `<th scope="col">${escapeText(cell)}</th>`).join('');
  const body = rows
    .map((row, at) => {
      const worse = marked?.has(at) === true ? ' class="worse"' : '';
      return `<tr${worse}>${row.map(cellHtml).join('')}</tr>`;
    })
    .join('\n');
  return (
    `<div class="scroll" role="region" tabindex="0" aria-label="${attribute(title)}"><table>` +
    `<caption>${escapeText(title)}</caption>\n<thead><tr>${headCells}</tr></thead>\n` +
    `<tbody>\n${body}\n</tbody></table></div>`
  );
}

function cellHtml(cell: string, column: number): string {
  if (column === 0) return `<th scope="row">${escapeText(cell)}</th>`;
  return `<td${isNumber(cell) ? ' class="n"' : ''}>${escapeText(cell)}</td>`;
}

function attribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;');
}
