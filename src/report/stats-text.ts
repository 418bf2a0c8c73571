import { say, type Words } from '../model/words.ts';
import { displayWidth } from '../text/characters.ts';
import { visible } from '../text/visible.ts';
import { type DataTable, type FigureRow, widestOf } from './data-table.ts';
import type { StatsDocument } from './stats-document.ts';

type Tell = (words: Words) => string;

/** The figures for a terminal: 口径, each figure with what was counted, then the tables. */
export function statsText(document: StatsDocument, tell: Tell): string {
  const { title, summary, policy, figures, tables } = document;
  const lines = [title, summary, '', tell(say('口径', 'what is counted'))];
  lines.push(...policy.map((line) => `  ${line}`), '');
  for (const figure of figures) lines.push(...figureLines(figure, tell));
  for (const table of tables) {
    if (table.key !== 'figures' && table.working !== true) lines.push('', ...tableLines(table));
  }
  return `${lines.map(visible).join('\n')}\n`;
}

function figureLines(figure: FigureRow, tell: Tell): string[] {
  const { label, value, numerator, denominator, formula, counted, leftOut, reasons } = figure;
  const none = tell(say('无（没有可计的事项）', 'none (nothing counted)'));
  const parts = denominator === null ? '' : `（${numerator}/${denominator}）`;
  const why = reasons.map(({ reason, count }) => `${reason} ${count}`).join('、');
  const left = leftOut === 0 ? '' : `（${why}）`;
  return [
    `${label} ${value ?? none}${value === null ? '' : parts}`,
    tell(
      say(
        `  算法：${formula}；计入 ${counted} 项，未计入 ${leftOut} 项${left}`,
        `  ${formula}; ${counted} counted, ${leftOut} left out${left}`,
      ),
    ),
  ];
}

/** A table in columns by display width; numbers stand to the right. */
export function tableLines({ title, note, head, rows }: DataTable): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => widestOf(all, column));
  const lines = all.map((row) => {
    const cells = row.map((cell, column) => {
      const fill = ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)));
      return isNumber(cell) ? fill + cell : cell + fill;
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
  return [title, ...(note === undefined ? [] : [`  ${note}`]), ...lines];
}

/** Whether a cell holds a number: 12, −0.5, 93.3%, or the dash of an empty set. */
export function isNumber(cell: string): boolean {
  return cell === '—' || /^−?\d+(?:\.\d+)?%?$/.test(cell);
}
