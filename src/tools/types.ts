/**
 * Writes dist/types: what TypeScript has to know of the API (`npm pack` runs this). Of all
 * declarations only those are kept that the API's own lead to.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const made = mkdtempSync(join(tmpdir(), 'mingbai-types-'));
const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', 'src'];
const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.types.json', ...options, '--outDir', made], {
  cwd: ROOT,
  stdio: 'inherit',
});

const kept = new Set<string>();
const queue = ['api.d.ts'];
for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
  if (kept.has(path)) continue;
  kept.add(path);
  // The extension of what is run: every setting of TypeScript finds the declarations beside it.
  const text = readFileSync(join(made, path), 'utf8').replace(
    /(from |import\()(['"])(\.[^'"]+)\.ts\2/g,
    (_, start: string, quote: string, target: string) => {
      queue.push(`${join(dirname(path ?? ''), target)}.d.ts`);
      return `${start}${quote}${target}.js${quote}`;
    },
  );
  const out = join(ROOT, 'dist/types', path);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, text);
}
rmSync(made, { recursive: true, force: true });
