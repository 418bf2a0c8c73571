import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importFile } from '../src/import/import.ts';
import type { Item } from '../src/model/schema.gen.ts';
import { IMPORT_CASES, type ImportCase, REFUSED_CASES } from './import-cases.ts';
import { emptyFolder, run } from './program.ts';

const CASES = new URL('../../shared/cases/import/', import.meta.url);
const present = existsSync(CASES);
if (!present) console.log('skipped: ../shared/cases is absent, small public layouts not tested');

const read = (path: string) =>
  importFile(readFileSync(new URL(path, CASES)), path.slice(path.indexOf('/') + 1));

/** What the file was made into, as the table of cases tells it. */
async function told(path: string): Promise<Omit<ImportCase, 'report'> & { report: string }> {
  const { files } = await read(path);
  const parsed = [...files].map(([name, text]): [string, unknown] => [
    name,
    name.endsWith('.yaml') ? parse(text) : text,
  ]);
  const below = <T>(folder: string): T[] =>
    parsed.flatMap(([name, value]) => (name.startsWith(folder) ? [value as T] : []));
  const departments = below<{ id: string; name: string }>('departments/');
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const items = below<Item>('items/').map(({ id: _, department, imported, ...item }) => ({
    ...{ ...item, department: names.get(department) },
    ...(imported?.unresolved === undefined
      ? {}
      : { open: imported.unresolved.map(({ field, text }) => `${field}：${text}`) }),
  }));
  return {
    departments: departments.map(({ name }) => name).sort(),
    items: items as ImportCase['items'],
    report: files.get('import-report.md') ?? '',
  };
}

const byName = <T extends { readonly name: string }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => (a.name < b.name ? -1 : 1));

describe.skipIf(!present)('small files of the kinds that offices have', () => {
  it.each(Object.entries(IMPORT_CASES))('%s', async (path, expected) => {
    const { departments, items, report } = await told(path);
    expect(departments).toEqual([...expected.departments].sort());
    expect(byName(items)).toEqual(byName(expected.items));
    for (const words of expected.report ?? []) expect(report).toContain(words);
  });

  it.each(Object.entries(REFUSED_CASES))('%s is refused in words', async (path, words) => {
    const failure = read(path).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(await failure).toMatch(words);
    expect(await failure).not.toMatch(/[A-Za-z]{3,} [a-z]{2,}/);
  });

  it('has a line for every file', () => {
    const all = readdirSync(CASES).flatMap((folder) =>
      readdirSync(new URL(folder, CASES)).map((name) => `${folder}/${name}`),
    );
    const inputs = all.filter((path) => !path.endsWith('expected.md'));
    expect([...Object.keys(IMPORT_CASES), ...Object.keys(REFUSED_CASES)].sort()).toEqual(
      inputs.sort(),
    );
  });

  it('gives nothing that the rules complain of because it was imported', async () => {
    const found = await findingsOf('17-import-warns-of-itself/input.csv');
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ pointer }) => pointer.startsWith('/imported'))).toEqual([]);
  });

  it('keeps an emergency call apart from a time that is not settled', async () => {
    const found = await findingsOf('18-wording-emergency/input.csv');
    const times = found.filter(({ rule }) => rule === 'wording-time');
    expect(times.filter(({ column }) => column < CALL_ENDS)).toEqual([]);
  });
});

/** Columns of `notes: 紧急情况请立即拨打110或119。`. */
const CALL_ENDS = 25;

/** What `check` says of the imported file. */
async function findingsOf(
  path: string,
): Promise<{ rule: string; pointer: string; column: number }[]> {
  const folder = emptyFolder();
  const file = fileURLToPath(new URL(path, CASES));
  expect((await run(['import', file, '--to', 'made'], folder)).code).toBe(0);
  const { out } = await run(['check', 'made', '--format', 'json'], folder);
  return JSON.parse(out).findings;
}
