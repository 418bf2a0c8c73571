import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder with settings, a folder itself or one above it; undefined when there is none. */
export function catalogueAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'mingbai.yaml'))) return at;
    if (dirname(at) === at) return undefined;
  }
}
