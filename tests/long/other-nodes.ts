import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../program.ts';

/** The releases that mingbai is run on besides the one at hand. */
export const OTHER_NODES = ['22.23.3', '24.22.3'] as const;

const CACHE = join(ROOT, 'node_modules/.cache/mingbai-nodes');

/**
 * The binary of a release, from the npm package that the package `node` brings for this machine:
 * the binary lies in it, so that no install script has to run. Installed once, apart from the
 * project's own packages: each takes 190 MB, which nobody who only runs `npm ci` should wait for.
 */
export function nodeOf(version: string): string {
  const home = join(CACHE, version);
  const name = `node-${process.platform}-${process.arch}`;
  const binary = join(home, 'node_modules', name, 'bin/node');
  if (!existsSync(binary)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    const argv = ['install', '--no-save', '--ignore-scripts', '--prefix', home];
    execFileSync('npm', [...argv, `${name}@${version}`], { cwd: home, stdio: 'pipe' });
  }
  return binary;
}
