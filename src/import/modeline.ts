import type { Kind } from '../model/kinds.ts';

/**
 * The first line of a catalogue file, by which editors find its schema; `schemas` is their folder
 * seen from the catalogue's root, with `/`.
 */
export function modelineOf(
  path: string,
  kind: Kind,
  schemas: string | undefined,
): string | undefined {
  if (schemas === undefined) return undefined;
  const up = '../'.repeat(path.split('/').length - 1);
  return `# yaml-language-server: $schema=${up}${schemas}/${kind}.schema.json`;
}
