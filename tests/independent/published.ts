import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emptyFolder, ROOT, run } from '../program.ts';
import type { Answer } from './recompute.ts';

const schemaOf = (kind: string) =>
  JSON.parse(readFileSync(join(ROOT, `schemas/${kind}.schema.json`), 'utf8'));
/** The published schemas, by which keys in Chinese are known. */
export const schemas = { item: schemaOf('item'), settings: schemaOf('settings') };

export type Files = Readonly<Record<string, string>>;

export function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true }).map(String);
  const own = names.filter((name) => /^(?:items\/.*|mingbai)\.yaml$/.test(name));
  return Object.fromEntries(own.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

export function written(files: Files): string {
  const folder = emptyFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** What the program says, but for completeness, which is counted by its standards. */
export async function published(folder: string): Promise<Readonly<Record<string, Answer>>> {
  const { out } = await run(['stats', folder, '--format', 'json'], folder);
  const figures: (Answer & { key: string })[] = JSON.parse(out).figures;
  const kept = figures.filter(({ key }) => !key.startsWith('completeness:'));
  return Object.fromEntries(
    kept.map(({ key, numerator, denominator, counted, leftOut, value }) => [
      key,
      { numerator, denominator, counted, leftOut, value },
    ]),
  );
}
