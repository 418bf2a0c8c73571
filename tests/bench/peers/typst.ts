import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Ground, mingbai, ROOT } from '../ground.ts';
import type { Command } from '../measure.ts';

/** Above this size it takes an hour a run and more; what it takes an item stays the same. */
const MOST = 10_000;
const SCRIPT = new URL('typst/compile.mjs', import.meta.url).pathname;

/** Typst's package setting the same guides, tagged, in the same faces, in one thread. */
export function typstPeer({ peers, work, size }: Ground, root: string): Command[] {
  const name = 'node_modules/@myriaddreamin/typst-ts-node-compiler';
  if (size > MOST || !existsSync(join(peers, name))) return [];
  const [tree, out] = [join(work, 'typst-guides'), join(work, 'typst-out')];
  return [
    {
      name: 'Typst, one thread',
      argv: [process.execPath, SCRIPT, peers, tree, join(ROOT, 'fonts'), out],
      env: { RAYON_NUM_THREADS: '1' },
      tree: out,
      before: () => {
        rmSync(out, { recursive: true, force: true });
        if (existsSync(tree)) return;
        const [node = '', ...argv] = mingbai('build', root, '--only', 'json', '--out', tree);
        execFileSync(node, argv, { stdio: 'ignore' });
      },
    },
  ];
}
