/**
 * Writes data/laws/registry.jsonl from a folder of laws: `npm run generate:laws -- <folder>`. The
 * folder has `index.tsv` (title, rank, place, published, effective, expired, articles, file), the
 * texts that it names, and `faults.tsv` (file, fault) if faults are known. Only facts are written:
 * titles, dates, numbers, limits; no sentence of a law.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registryText } from '../law/collect.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('npm run generate:laws -- <folder with index.tsv>\n');
  process.exit(2);
}
const rows = (name: string): string[][] => {
  const path = join(folder, name);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').slice(1);
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
};
const incomplete = new Set(
  rows('faults.tsv').flatMap(([file = '', fault = '']) =>
    /cut|empty|gap/.test(fault) ? [file] : [],
  ),
);
const files = rows('index.tsv').map(
  ([, rank = '', place = '', published = '', , expired, , file = '']) => ({
    ...{ rank, place, published, expired: expired === '1', incomplete: incomplete.has(file) },
    text: readFileSync(join(folder, file), 'utf8'),
  }),
);
const text = registryText(files);
const target = new URL('../../data/laws/registry.jsonl', import.meta.url);
writeFileSync(target, text);
process.stdout.write(`${text.split('\n').length - 2} laws, ${Buffer.byteLength(text)} bytes\n`);
