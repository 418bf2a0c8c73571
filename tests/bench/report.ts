import { writeFileSync } from 'node:fs';
import { GOALS, type Goal, type Reached } from './goals.ts';
import { markdownTable } from './markdown.ts';
import { median, type Row } from './measure.ts';
import { PARTS } from './parts/index.ts';
import type { Part } from './parts/part.ts';
import { writeQuotes } from './quote.ts';
import { type Results, ratioOf, type Section } from './results.ts';

const OUT = new URL('RESULTS.md', import.meta.url);

const INTRO = `# Benchmark

Written by \`npm run bench\`; the raw figures are in \`results.json\`, how it is measured in
[README.md](README.md). Each row is the median of fresh processes, run in rounds; a ratio is the
median of the ratios of the rounds. Seconds depend on what else the machine does: compare ratios.
`;

/** Writes the report of everything measured so far, and what the READMEs quote of it. */
export function writeReport(results: Results): void {
  const parts = PARTS.flatMap((part) => partText(part, results));
  writeFileSync(OUT, `${[INTRO, goalText(results), ...parts].join('\n')}`);
  writeQuotes(results);
}

function goalText(results: Results): string {
  const rows = GOALS.map((goal) => {
    const reached = goal.value(results);
    const asked = `${goal.bound} ${goal.limit} ${goal.unit}`;
    return [goal.what, asked, ...(reached ? met(goal, reached) : ['not measured', ''])];
  });
  return `## Goals\n\n${markdownTable(['', 'goal', 'measured', 'reached'], rows)}\n`;
}

/** The number with its size, unless that is the size that is meant; and whether it will do. */
function met({ bound, limit, unit }: Goal, { value, size }: Reached): string[] {
  const number = unit === 'MB' ? value.toFixed(0) : value.toFixed(2);
  const place = size === 0 || size >= 10_000 ? '' : ` (at ${size.toLocaleString('en')} items)`;
  const will = bound === 'at most' ? value <= limit : value >= limit;
  return [`${number} ${unit}${place}`, will ? 'yes' : 'no'];
}

function partText(part: Part, results: Results): string[] {
  const sections = results.of(part.name);
  if (sections.length === 0) return [];
  return [`## ${part.title}\n`, ...sections.map((section) => sectionText(part, section))];
}

function sectionText({ base, once }: Part, section: Section): string {
  const { size, date, machine, node, runs, took, rows, notes } = section;
  const items = once ? '' : `${size.toLocaleString('en')} items: `;
  const how = runs === 1 ? 'one run' : `median of ${runs} runs`;
  const head = `### ${items}${date}, ${machine}, Node ${node}, ${how}, ${took} s in all\n`;
  const found = rows.find(({ what, missing }) => what === base && missing === undefined);
  const against = found ?? rows.find(({ missing }) => missing === undefined);
  const more = notes.length === 0 ? '' : `\n${notes.map((note) => `* ${note}`).join('\n')}\n`;
  return `${head}\n${rowsText(rows, against)}\n${more}`;
}

function rowsText(rows: readonly Row[], base: Row | undefined): string {
  const written = rows.some(({ files }) => files !== undefined);
  const to = base === undefined ? '' : ` : ${base.what}`;
  const head = ['', 'wall s', 'CPU s', 'MB', `wall${to}`, `CPU${to}`];
  const cells = rows.map((row) => {
    const { what, missing, files, bytes } = row;
    const extra = written ? [files?.toString() ?? '', bytes ? (bytes / 1e6).toFixed(1) : ''] : [];
    if (missing !== undefined) {
      const why = missing.replaceAll('|', '/');
      return [what, `not measured (${why})`, '', '', '', '', ...extra];
    }
    const ratios = (['wall', 'cpu'] as const).map((measure) =>
      show(base === undefined ? undefined : ratioOf(row, base, measure), 2),
    );
    const numbers = [show(median(row.wall), 2), show(median(row.cpu), 2)];
    return [what, ...numbers, show(median(row.memory), 0), ...ratios, ...extra];
  });
  return markdownTable([...head, ...(written ? ['files', 'MB written'] : [])], cells);
}

const show = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? '';
