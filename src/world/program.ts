import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../model/version.ts';

const HOME = fileURLToPath(new URL('../', import.meta.url));

/** Changes with the program: its version, its own files (rules, schemas) and what runs it. */
export function programMark(): string {
  const marks: string[] = [];
  for (const path of readdirSync(HOME, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.[jt]s$/.test(path)) continue;
    const { size, mtimeMs } = statSync(join(HOME, path));
    marks.push(`${path} ${size} ${mtimeMs}`);
  }
  return [VERSION, process.version, ...marks].join('\n');
}
