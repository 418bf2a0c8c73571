import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, ROOT } from './program.ts';

/** A copy of the sample catalogue with 取水许可 alone among its items, and what all share. */
export function smallCatalogue(root = join(emptyFolder(), 'catalog')): string {
  cpSync(join(ROOT, 'catalog'), root, {
    recursive: true,
    filter: (path) => !/\/(?:\.mingbai|bundles)$|\/items\/(?!water)/.test(path),
  });
  rmSync(join(root, 'items/water/soil-and-water-conservation.yaml'));
  const item = join(root, 'items/water/water-abstraction.yaml');
  writeFileSync(item, readFileSync(item, 'utf8').replace(/^related: .*\n/m, ''));
  return root;
}
