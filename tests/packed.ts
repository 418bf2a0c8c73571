import { execFileSync } from 'node:child_process';
import { ROOT } from './program.ts';

/** The files that `npm pack` would put into the package, by path. */
export function packedFiles(): string[] {
  const argv = ['pack', '--dry-run', '--ignore-scripts', '--json'];
  const said = execFileSync('npm', argv, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });
  const [{ files }] = JSON.parse(said) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}
