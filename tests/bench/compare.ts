/**
 * `npm run bench:spread`: compares what is generated with real records where they are at hand, and
 * writes the table into README.md. Numbers only: nothing of the records is kept.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { generateCatalog } from './generate.ts';
import { writeSection } from './markdown.ts';

const BIN = new URL('../../bin/mingbai.js', import.meta.url).pathname;
const RECORDS = new URL('../../../shared/data/power-list-heilongjiang.json', import.meta.url);
const README = new URL('README.md', import.meta.url);

/** An item as the two readers give it: only what is counted here. */
interface CountedItem {
  readonly name: string;
  readonly materials?: readonly { readonly name: string }[];
  readonly conditions?: readonly (string | { readonly text: string })[];
  readonly basis?: readonly { readonly law: string; readonly quote?: string }[];
  readonly situations?: readonly unknown[];
  readonly limits?: { readonly statutory?: string; readonly committed?: string };
}

/** Takes one kind of number from all items. */
type Count = (items: readonly CountedItem[]) => number[];

/** What is counted of a catalogue. */
const COUNTED: readonly (readonly [name: string, of: Count])[] = [
  ['materials an item', (items) => items.map(({ materials = [] }) => materials.length)],
  ['conditions an item', (items) => items.map(({ conditions = [] }) => conditions.length)],
  ['situations an item', (items) => items.map(({ situations = [] }) => situations.length)],
  ['legal bases an item', (items) => items.map(({ basis = [] }) => basis.length)],
  ['laws an item', (items) => items.map(({ basis = [] }) => new Set(basis.map(lawOf)).size)],
  ['characters of a name', (items) => items.map(({ name }) => name.length)],
  [
    'characters of a material',
    (items) => items.flatMap(({ materials = [] }) => materials.map(({ name }) => name.length)),
  ],
  [
    'characters of a condition',
    (items) =>
      items.flatMap(({ conditions = [] }) =>
        conditions.map((each) => (typeof each === 'string' ? each : each.text).length),
      ),
  ],
  [
    'characters of a quoted law',
    (items) => items.flatMap(({ basis = [] }) => basis.flatMap(({ quote }) => quote?.length ?? [])),
  ],
  ['statutory limit, number', (items) => items.flatMap((item) => days(item.limits?.statutory))],
  ['committed limit, number', (items) => items.flatMap((item) => days(item.limits?.committed))],
];

const lawOf = ({ law }: { readonly law: string }): string => law;

function days(limit: string | undefined): number[] {
  const found = /^\d+/.exec(limit ?? '');
  return found === null ? [] : [Number(found[0])];
}

/** The items of a catalogue that can be read. */
function itemsOf(root: string): CountedItem[] {
  const folder = join(root, 'items');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      try {
        // the catalogue's schema has been met, or `check` has said so
        return [parse(text) as CountedItem];
      } catch {
        return [];
      }
    });
}

/** Findings an item, without those about elements that the records do not have. */
function findingsOf(root: string): Map<string, number[]> {
  const answer = execFile(['check', root, '--no-cache', '--format', 'json']);
  // the report's own form
  const { findings, summary } = JSON.parse(answer) as {
    findings: { rule: string; severity: string; path: string }[];
    summary: { items: number };
  };
  const share = (kept: (rule: string, severity: string) => boolean): number[] => {
    const counts = new Map<string, number>();
    for (const { rule, severity, path } of findings) {
      if (kept(rule, severity)) counts.set(path, (counts.get(path) ?? 0) + 1);
    }
    return [...counts.values(), ...Array(Math.max(0, summary.items - counts.size)).fill(0)];
  };
  const absent = new Set(['incomplete-element', 'notice-elements']);
  return new Map([
    ['vague wordings an item', share((rule, severity) => isVague(rule) && severity !== 'info')],
    ['soft wordings an item', share((rule, severity) => isVague(rule) && severity === 'info')],
    ['other findings an item', share((rule) => !isVague(rule) && !absent.has(rule))],
  ]);
}

const isVague = (rule: string): boolean => rule.startsWith('wording-');

/** `check` answers 1 when there are findings: that is an answer too. */
function execFile(argv: readonly string[]): string {
  try {
    return execFileSync(process.execPath, [BIN, ...argv], { encoding: 'utf8', maxBuffer: 1 << 30 });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

function quantiles(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return [0.1, 0.5, 0.9, 0.99, 1].map(at).join(' / ');
}

function mean(numbers: readonly number[]): string {
  return (numbers.reduce((sum, each) => sum + each, 0) / numbers.length).toFixed(1);
}

const folder = mkdtempSync(join(tmpdir(), 'mingbai-spread-'));
const real = join(folder, 'real');
const made = join(folder, 'made');
if (!existsSync(RECORDS)) {
  console.log('the records are not here: nothing to compare with');
} else {
  execFile(['import', RECORDS.pathname, '--to', real]);
  generateCatalog(made, 1266);
  const [theirs, ours] = [itemsOf(real), itemsOf(made)];
  const [theirFaults, ourFaults] = [findingsOf(real), findingsOf(made)];
  const row = (name: string, a: number[], b: number[]): string =>
    `| ${name} | ${quantiles(a)} | ${mean(a)} | ${quantiles(b)} | ${mean(b)} |`;
  const rows = [
    ...COUNTED.map(([name, of]) => row(name, of(theirs), of(ours))),
    ...[...theirFaults].map(([name, list]) => row(name, list, ourFaults.get(name) ?? [])),
  ];
  const head = `| | ${theirs.length} records | mean | ${ours.length} generated | mean |`;
  writeSection(README, 'spread', `${head}\n|---|---|--:|---|--:|\n${rows.join('\n')}`);
  console.log([head, ...rows].join('\n'));
}
rmSync(folder, { recursive: true });
