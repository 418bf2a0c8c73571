import { parse } from 'yaml';

/** src/law/later.gen.ts: what is known beside data/laws/registry.jsonl, ready to be looked up. */
export function generateLaterLaws(read: (path: string) => string): string {
  const list = (name: string, type: string, file: string): string =>
    `export const ${name}: readonly ${type}[] = ${JSON.stringify(parse(read(file)))};\n`;
  return [
    "import type { KnownRepeal, LaterLaw, MissingLaw } from './registry.ts';\n\n",
    '/** data/laws/later.yaml. */\n',
    list('LATER', 'LaterLaw', 'data/laws/later.yaml'),
    '\n/** data/laws/missing.yaml. */\n',
    list('MISSING', 'MissingLaw', 'data/laws/missing.yaml'),
    '\n/** data/laws/repeals.yaml. */\n',
    list('REPEALS', 'KnownRepeal', 'data/laws/repeals.yaml'),
  ].join('');
}
