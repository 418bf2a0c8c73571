import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { type Ground, ROOT } from './ground.ts';
import type { Command } from './measure.ts';
import { sizesOf } from './tree-size.ts';

const SCRIPT = new URL('floor.mjs', import.meta.url).pathname;

/** Reading, and reading and parsing: what no check can do without. */
export function readFloors(root: string, ground: Ground): Command[] {
  const reader = readerIn(ground);
  return (['read', 'parse'] as const).map((kind) => ({
    name: kind === 'read' ? 'floor: read' : 'floor: read and parse',
    argv: [process.execPath, SCRIPT, kind, reader, root],
  }));
}

/**
 * Reading, parsing and writing as many bytes to as many files as a build wrote, in one process
 * and in two. The build's tree has to be there when the first of them runs.
 */
export function writeFloors(root: string, tree: string, ground: Ground): Command[] {
  const { work } = ground;
  const reader = readerIn(ground);
  const sizes = join(work, 'sizes.json');
  const out = join(work, 'floor');
  return [1, 2].map((processes) => ({
    name: `floor: read, parse and write, ${processes === 1 ? 'one process' : 'two processes'}`,
    argv: [
      ...[process.execPath, SCRIPT, 'write', reader, root],
      ...[sizes, out, String(processes)],
    ],
    after: () => rmSync(out, { recursive: true, force: true }),
    before: () => {
      if (processes === 1) writeFileSync(sizes, JSON.stringify(sizesOf(tree)));
    },
  }));
}

/** The program's own quick reader as one module by itself: no floor pays for more. */
function readerIn({ work }: Ground): string {
  const reader = join(work, 'reader.mjs');
  const parts = ['load/decode', 'load/quick-tree', 'world/disk'];
  buildSync({
    stdin: {
      contents: parts.map((part) => `export * from './src/${part}.ts';`).join('\n'),
      resolveDir: ROOT,
    },
    ...{ bundle: true, platform: 'node', format: 'esm', outfile: reader, logLevel: 'warning' },
  });
  return reader;
}
