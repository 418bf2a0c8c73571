import { existsSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js';
import { scanWording, type WordingFinding } from '../../src/lint/wording/scan.ts';
import {
  WORDING_CATEGORIES,
  type WordingCategory,
  type WordingField,
} from '../../src/lint/wording/terms.ts';
import { WORDING } from '../../src/lint/wording/wording.gen.ts';
import { estimate, type Outcome, written } from './intervals.ts';
import { type MadeEntry, madeEntries, unknownNouns } from './wording-sets.ts';

const TRADITIONAL = Converter({ from: 'cn', to: 'tw' });
const SET = new URL('../../../shared/data/wording.tsv', import.meta.url);

/** One entry that two people have read. */
export interface LabelledEntry {
  readonly id: string;
  readonly field: WordingField;
  /** E vague, W soft, N not vague, X disagreed. */
  readonly label: string;
  readonly spans: readonly { readonly category: string; readonly text: string }[];
  readonly text: string;
}

/** How well findings at error level meet the labels E and N. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** The share of marked spans (soft ones left out) that overlap a finding. */
  readonly spans: number;
}

/** The labelled entries, or undefined where the folder of shared data is absent. */
export function labelledEntries(): LabelledEntry[] | undefined {
  if (!existsSync(SET)) return undefined;
  const [, ...rows] = readFileSync(SET, 'utf8').trimEnd().split('\n');
  return rows.map((row) => {
    const [id = '', field = '', label = '', spans = '', text = ''] = row.split('\t');
    return { id, field: field as WordingField, label, spans: readSpans(spans), text };
  });
}

function readSpans(written: string): LabelledEntry['spans'] {
  return written
    .split(' | ')
    .filter((span) => span !== '')
    .map((span) => {
      const colon = span.indexOf(':');
      return { category: span.slice(0, colon), text: span.slice(colon + 1) };
    });
}

const errorsOf = ({ text, field }: LabelledEntry): WordingFinding[] =>
  scanWording(text, field).filter(({ severity }) => severity === 'error');

/** Scores the engine on entries as it stands. */
export function scoreWording(entries: readonly LabelledEntry[]): Score {
  let [hit, wrong, missed, marked, met] = [0, 0, 0, 0, 0];
  for (const entry of entries) {
    const errors = errorsOf(entry);
    if (entry.label === 'N' && errors.length > 0) wrong += 1;
    if (entry.label !== 'E') continue;
    if (errors.length > 0) hit += 1;
    else missed += 1;
    for (const span of entry.spans.filter(({ category }) => category !== 'soft')) {
      marked += 1;
      if (errors.some((error) => overlaps(error, entry.text, span.text))) met += 1;
    }
  }
  const precision = hit / (hit + wrong);
  const recall = hit / (hit + missed);
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    spans: met / marked,
  };
}

function overlaps({ start, end }: WordingFinding, text: string, span: string): boolean {
  const at = [...text.slice(0, text.indexOf(span))].length;
  return start < at + [...span].length && end > at;
}

/**
 * What becomes of entries when, for each fifth of them, only those wording entries count that also
 * find a vague entry in the other four: what the data would be worth on texts it was not read with.
 */
function crossOutcomes(entries: readonly LabelledEntry[]): Outcome[] {
  const scored = entries.filter(({ label }) => label === 'E' || label === 'N');
  const found = scored.map((entry) => new Set(errorsOf(entry).map((error) => error.entry)));
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < 5; fold++) {
    const known = new Set<string>();
    for (const [index, entry] of scored.entries()) {
      if (index % 5 !== fold && entry.label === 'E') for (const id of found[index]!) known.add(id);
    }
    for (const [index, entry] of scored.entries()) {
      if (index % 5 !== fold) continue;
      const meets = [...found[index]!].some((id) => known.has(id));
      outcomes.push(outcome(entry.label === 'E', meets));
    }
  }
  return outcomes;
}

/** The F1 of those. */
export function crossCheck(entries: readonly LabelledEntry[]): number {
  return estimate(crossOutcomes(entries)).f1.value;
}

function outcome(vague: boolean, found: boolean): Outcome {
  if (vague) return found ? 'hit' : 'missed';
  return found ? 'wrong' : 'right';
}

/** By category: marked spans that meet a finding of that very kind, and findings that meet none. */
function categoryLines(entries: readonly LabelledEntry[]): string[] {
  return WORDING_CATEGORIES.flatMap((category) => {
    const outcomes = entries
      .filter(({ label }) => label !== 'X')
      .flatMap((entry) => spanOutcomes(entry, category));
    if (outcomes.length === 0) return [];
    const marked = outcomes.filter((each) => each !== 'wrong').length;
    if (marked === 0) return [`labelled spans, ${category}: none marked, ${outcomes.length} found`];
    return [`labelled spans, ${category} (${marked}): ${figures(outcomes)}`];
  });
}

function spanOutcomes(entry: LabelledEntry, category: WordingCategory): Outcome[] {
  const own = scanWording(entry.text, entry.field).filter((f) => f.category === category);
  const spans = entry.spans.filter((span) => span.category === category);
  const meets = (finding: WordingFinding, text: string) => overlaps(finding, entry.text, text);
  return [
    ...spans.map(({ text }) =>
      outcome(
        true,
        own.some((finding) => meets(finding, text)),
      ),
    ),
    ...own
      .filter((finding) => !spans.some(({ text }) => meets(finding, text)))
      .map((): Outcome => 'wrong'),
  ];
}

/** Whether each marked span (soft ones left out) of a vague entry overlaps an error. */
function errorSpans(entries: readonly LabelledEntry[]): Outcome[] {
  return entries.flatMap((entry) => {
    if (entry.label !== 'E') return [];
    const errors = errorsOf(entry);
    return entry.spans
      .filter(({ category }) => category !== 'soft')
      .map(({ text }) =>
        outcome(
          true,
          errors.some((error) => overlaps(error, entry.text, text)),
        ),
      );
  });
}

function figures(outcomes: readonly Outcome[]): string {
  const { p, r, f1 } = estimate(outcomes);
  return `P ${written(p)}  R ${written(r)}  F1 ${written(f1)}`;
}

/** Microseconds: some systems count CPU time in ticks, so that less may be told as nothing. */
const TICK = 4000;

/** Megabytes (UTF-8) a second of work, not of waiting, when every entry is read by itself. */
export function measureSpeed(texts: readonly string[], field: WordingField): number {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  for (const text of texts.slice(0, 20_000)) scanWording(text, field);
  const start = process.cpuUsage();
  for (const text of texts) scanWording(text, field);
  return bytes / Math.max(TICK, process.cpuUsage(start).user);
}

/** How well and how fast vague wording is found, a line each. */
export function wordingLines(): string[] {
  const entries = labelledEntries();
  const accuracy = entries
    ? accuracyLines(entries)
    : ['accuracy not measured: the labelled entries are not here'];
  return [...accuracy, ...speedLines(entries?.map(({ text }) => text) ?? exampleTexts())];
}

/** The bad and good example of every entry of the data. */
function exampleTexts(): string[] {
  return WORDING.groups.flatMap(({ entries }) => entries.flatMap(({ bad, good }) => [bad, good]));
}

function accuracyLines(entries: readonly LabelledEntry[]): string[] {
  const scored = entries.filter(({ label }) => label === 'E' || label === 'N');
  const rows = scored.map(({ field, label, text }) => ({ field, vague: label === 'E', text }));
  return [
    `${entries.length} labelled entries, on which the data was built: errors against E and N`,
    ...scoreLines('labelled', rows),
    `marked spans that overlap an error: ${written(estimate(errorSpans(entries)).r)}`,
    'five folds, only with entries that the other folds bear out: ' +
      figures(crossOutcomes(entries)),
    ...categoryLines(entries),
    ...madeLines(),
  ];
}

/** Sentences made with nouns that no list has: where fitting to the labelled entries would show. */
function madeLines(): string[] {
  const nouns = unknownNouns();
  if (nouns.length === 0) return ['made sentences not measured: the titles of laws are not here'];
  return scoreLines(`made with ${nouns.length} nouns of no list`, madeEntries(nouns));
}

/** P, R and F1 with 95 % intervals by field, in both scripts. */
function scoreLines(name: string, rows: readonly MadeEntry[]): string[] {
  const traditional = rows.map((row) => ({ ...row, text: TRADITIONAL(row.text) }));
  const fields = [...new Set(rows.map(({ field }) => field))];
  const groups: [string, readonly MadeEntry[]][] = [
    ['all', rows],
    ['Traditional', traditional],
    ...fields.map((field): [string, MadeEntry[]] => [field, rows.filter((r) => r.field === field)]),
  ];
  return groups.map(([group, own]) => {
    return `${name}, ${group} (${own.length}): ${figures(own.map(outcomeOf))}`;
  });
}

function outcomeOf({ field, vague, text }: MadeEntry): Outcome {
  return outcome(
    vague,
    scanWording(text, field).some(({ severity }) => severity === 'error'),
  );
}

function speedLines(sample: readonly string[]): string[] {
  const texts = Array.from({ length: 100_000 }, (_, i) => sample[i % sample.length] ?? '');
  const apart = texts.map((text, i) => `${text}${i}`);
  const lines = [
    `100,000 entries in one process: ${measureSpeed(texts, 'condition').toFixed(1)} MB/s`,
    `the same, none of them twice: ${measureSpeed(apart, 'condition').toFixed(1)} MB/s`,
  ];
  for (const [name, unit] of [
    ['等等等…', '等'],
    ['、等、等…', '甲、乙等'],
    ['（（（…', '（'],
    ['（等）（等）…', '（甲、（乙）等）'],
    ['《《《…', '《等'],
    ['《《〉《…》', '《等《〉等》'],
    ['与与与有关…', '与有关'],
  ] as const) {
    const text = unit.repeat(Math.ceil(1e6 / Buffer.byteLength(unit)));
    lines.push(`1 MB of ${name}: ${measureSpeed([text], 'condition').toFixed(1)} MB/s`);
  }
  return lines;
}
