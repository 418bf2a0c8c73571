import type { DataTable } from './data-table.ts';

const WIDTH = 720;
const LABEL = 220;
const BAR = 18;
const STEP = 26;
const TOP = 24;
const PLOT = WIDTH - LABEL - 70;

/**
 * A bar chart of a table's percentages as SVG, drawn here and now; undefined where the table has
 * none. Bars below zero go to the left; every bar carries its digits, so colour says nothing alone.
 */
export function barChart(table: DataTable): string | undefined {
  const { chart, rows, title, key } = table;
  if (chart === undefined) return undefined;
  const bars = rows.flatMap((row) => {
    const text = row[chart.value] ?? '';
    const value = percentOf(text);
    return value === undefined ? [] : [{ name: row[chart.name] ?? '', text, value }];
  });
  if (bars.length === 0) return undefined;
  const low = Math.min(0, ...bars.map(({ value }) => value));
  const high = Math.max(100, ...bars.map(({ value }) => value));
  const x = (value: number): number => LABEL + ((value - low) / (high - low)) * PLOT;
  const height = TOP + bars.length * STEP + 6;
  const drawn = bars.map(({ name, text, value }, index) => {
    const y = TOP + index * STEP;
    const [from, to] = [x(Math.min(0, value)), x(Math.max(0, value))];
    return [
      `<text x="${LABEL - 8}" y="${y + 13}" text-anchor="end">${escapeText(short(name))}</text>`,
      `<rect x="${round(from)}" y="${y}" width="${round(to - from)}" height="${BAR}"/>`,
      `<text x="${round(to + 6)}" y="${y + 13}">${escapeText(text)}</text>`,
    ].join('');
  });
  const label = `aria-labelledby="chart-${key}" viewBox="0 0 ${WIDTH} ${height}"`;
  return [
    `<svg class="chart" role="img" ${label} width="${WIDTH}" height="${height}">`,
    `<title id="chart-${key}">${escapeText(title)}</title>`,
    axis(low, high, x, height),
    ...drawn,
    '</svg>',
  ].join('\n');
}

function axis(low: number, high: number, x: (value: number) => number, height: number): string {
  const step = high - low > 200 ? 100 : 25;
  const ticks: string[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) {
    const at = round(x(value));
    ticks.push(
      `<line x1="${at}" y1="${TOP - 6}" x2="${at}" y2="${height}"/>` +
        `<text x="${at}" y="12" text-anchor="middle">${value}%</text>`,
    );
  }
  return `<g class="axis">${ticks.join('')}</g>`;
}

function percentOf(text: string): number | undefined {
  const match = /^(−?)(\d+(?:\.\d+)?)%$/.exec(text);
  return match === null ? undefined : Number(match[2]) * (match[1] === '' ? 1 : -1);
}

function short(name: string): string {
  const characters = [...name];
  return characters.length > 15 ? `${characters.slice(0, 14).join('')}…` : name;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Text for an SVG or HTML element. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
