import { visible } from '../text/visible.ts';
import type { DataTable } from './data-table.ts';

const WIDTH = 720;
const LABEL = 220;
const BAR = 18;
const STEP = 26;
const TOP = 24;
const PLOT = WIDTH - LABEL - 70;

interface Bar {
  readonly name: string;
  readonly text: string;
  readonly value: number;
}

/** A place on the axis for a value in percent. */
type Scale = (value: number) => number;

/**
 * A chart of a table's percentages as SVG, drawn here and now; undefined where the table has none.
 * Everything drawn carries its digits, so colour says nothing alone.
 */
export function chartOf(table: DataTable): string | undefined {
  const { chart, rows } = table;
  if (chart === undefined) return undefined;
  const bars = rows.flatMap((row): Bar[] => {
    const text = row[chart.value] ?? '';
    const value = percentOf(text);
    const name = chart.names.map((column) => row[column] ?? '').join('：');
    return value === undefined ? [] : [{ name, text, value }];
  });
  if (bars.length === 0) return undefined;
  if (chart.kind === 'band') return bars.length < 3 ? undefined : bandChart(table, bars);
  return barChart(table, bars);
}

/** Bars from zero; those below zero go to the left. */
function barChart(table: DataTable, bars: readonly Bar[]): string {
  const low = Math.min(0, ...bars.map(({ value }) => value));
  const high = Math.max(100, ...bars.map(({ value }) => value));
  const x = scaleOf(low, high);
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
  return frame(table, height, [axis(low, high, x, height), ...drawn]);
}

/** One track from the lowest to the highest value, on an axis close around it, with a mark. */
function bandChart(table: DataTable, bars: readonly Bar[]): string {
  const values = bars.map(({ value }) => value);
  const low = Math.max(0, Math.floor((Math.min(...values) - 3) / 5) * 5);
  const high = Math.min(100, Math.ceil((Math.max(...values) + 3) / 5) * 5);
  const x = scaleOf(low, high);
  const height = TOP + bars.length * STEP + 6;
  const [from, to] = [x(Math.min(...values)), x(Math.max(...values))];
  const track = [
    `<rect class="band" x="${round(from)}" y="${TOP}"`,
    ` width="${round(to - from)}" height="${bars.length * STEP - 6}"/>`,
  ].join('');
  const marks = bars.map(({ name, text, value }, index) => {
    const y = TOP + index * STEP;
    return [
      `<text x="${LABEL - 8}" y="${y + 13}" text-anchor="end">${escapeText(name)}</text>`,
      `<rect x="${round(x(value) - 2)}" y="${y}" width="4" height="${BAR}"/>`,
      `<text x="${round(x(value) + 8)}" y="${y + 13}">${escapeText(text)}</text>`,
    ].join('');
  });
  return frame(table, height, [axis(low, high, x, height), track, ...marks]);
}

function frame({ key, title }: DataTable, height: number, parts: readonly string[]): string {
  const label = `aria-labelledby="chart-${key}" viewBox="0 0 ${WIDTH} ${height}"`;
  return [
    `<svg class="chart" role="img" ${label} width="${WIDTH}" height="${height}">`,
    `<title id="chart-${key}">${escapeText(title)}</title>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

function scaleOf(low: number, high: number): Scale {
  return (value) => LABEL + ((value - low) / (high - low)) * PLOT;
}

function axis(low: number, high: number, x: Scale, height: number): string {
  const step = high - low > 200 ? 100 : high - low > 50 ? 25 : 5;
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

/** One line of text for an SVG or HTML element. */
export function escapeText(text: string): string {
  return visible(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
