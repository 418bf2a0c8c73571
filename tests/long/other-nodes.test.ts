import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, ROOT } from '../program.ts';
import { treeOf } from '../tree.ts';
import { nodeOf, OTHER_NODES } from './other-nodes.ts';

const PROGRAM = join(ROOT, 'bin/mingbai.js');

/** What a Node makes of the sample catalogue: its findings as JSON and all outputs. */
function builtBy(node: string): { report: string; tree: Map<string, Buffer> } {
  const folder = emptyFolder();
  cpSync(join(ROOT, 'catalog'), join(folder, 'catalog'), { recursive: true });
  rmSync(join(folder, 'catalog/.mingbai'), { recursive: true, force: true });
  const run = (...argv: string[]): string =>
    execFileSync(node, [PROGRAM, ...argv], { cwd: folder, encoding: 'utf8' });
  const report = run('check', 'catalog', '--format', 'json');
  run('build', 'catalog', '--out', 'public');
  return { report, tree: treeOf(join(folder, 'public')) };
}

describe('the sample catalogue gives the same bytes', () => {
  const here = builtBy(process.execPath);

  test.each(OTHER_NODES)('on Node %s', (version) => {
    const node = nodeOf(version);
    expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toBe(`v${version}\n`);
    const there = builtBy(node);
    expect(there.report).toBe(here.report);
    expect([...there.tree.keys()]).toEqual([...here.tree.keys()]);
    expect(here.tree.size).toBeGreaterThan(150);
    for (const [path, body] of here.tree) {
      expect(there.tree.get(path)?.equals(body), path).toBe(true);
    }
  });
});
