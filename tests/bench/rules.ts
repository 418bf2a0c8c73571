/**
 * `npm run bench:rules`: changes the sample catalogue in one place at a time and prints, rule by
 * rule, how many changes were found at the right place and how many other findings came with them.
 */
import { ALL_RULES } from '../../src/lint/rules/index.ts';
import { MUTATIONS } from '../mutations/index.ts';
import { type Mutation, mutate } from '../mutations/mutation.ts';
import { findingsOf, readCatalogFiles } from '../patched-catalog.ts';

interface Row {
  readonly id: string;
  readonly severity: string;
  made: number;
  found: number;
  others: number;
}

const BASE = readCatalogFiles('catalog');

function run(mutation: Mutation, row: Row): void {
  const { path, pointer, rule, at = path } = mutation;
  const text = new TextDecoder().decode(BASE[path] as Uint8Array);
  const findings = findingsOf({ ...BASE, [path]: mutate(text, mutation) });
  const right = findings.filter((each) => {
    return each.rule === rule && each.path === at && each.pointer === pointer;
  });
  row.made += 1;
  row.found += right.length > 0 ? 1 : 0;
  row.others += findings.length - right.length;
}

const rows = new Map<string, Row>();
for (const { id, severity } of ALL_RULES) {
  if (!id.startsWith('wording-')) rows.set(id, { id, severity, made: 0, found: 0, others: 0 });
}
for (const mutation of MUTATIONS) {
  const row = rows.get(mutation.rule);
  if (row !== undefined) run(mutation, row);
}

const width = Math.max(...[...rows.keys()].map((id) => id.length));
const line = (...cells: readonly (string | number)[]): string => {
  const [id = '', ...rest] = cells;
  return String(id).padEnd(width) + rest.map((cell) => String(cell).padStart(9)).join('');
};
const sum = (key: 'made' | 'found' | 'others'): number => {
  return [...rows.values()].reduce((total, row) => total + row[key], 0);
};

console.log(line('rule', 'level', 'mutations', 'found', 'others'));
for (const { id, severity, made, found, others } of rows.values()) {
  console.log(line(id, severity, made, found, others));
}
console.log(line(`${rows.size} rules`, '', sum('made'), sum('found'), sum('others')));
const clean = findingsOf(BASE).length;
console.log(`unmutated: ${clean} findings`);
if (clean > 0 || sum('found') < sum('made') || sum('others') > 0) process.exitCode = 1;
