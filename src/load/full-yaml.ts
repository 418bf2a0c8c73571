import { createRequire } from 'node:module';

let loaded: typeof import('yaml') | undefined;

/**
 * The full YAML reader, loaded when the first file needs it: in most runs none does, and loading
 * takes longer than checking a file.
 */
export function fullYaml(): typeof import('yaml') {
  loaded ??= createRequire(import.meta.url)('yaml') as typeof import('yaml');
  return loaded;
}
