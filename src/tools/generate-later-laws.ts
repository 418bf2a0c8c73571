import { parse } from 'yaml';

/** src/law/later.gen.ts: what is known beside data/laws/registry.jsonl, ready to be looked up. */
export function generateLaterLaws(read: (path: string) => string): string {
  const list = (name: string, file: string): string =>
    `/** ${file}. */\nexport const ${name} = ${JSON.stringify(parse(read(file)))} as const;\n`;
  return [
    list('LATER', 'data/laws/later.yaml'),
    list('MISSING', 'data/laws/missing.yaml'),
    list('REPEALS', 'data/laws/repeals.yaml'),
  ].join('\n');
}
