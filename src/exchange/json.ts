import type { Catalog } from '../model/catalog.ts';
import { kindOfPath } from '../model/kinds.ts';
import { KINDS } from './layout.ts';
import { entriesOf } from './tables.ts';

/** The name and version of what is written; `import` knows it by this. */
export const JSON_FORMAT = 'mingbai-catalog/1';

/** All values of a catalogue by the path of their file, keys as the schemas have them. */
export function catalogJson(catalog: Catalog): string {
  const files = Object.fromEntries(
    KINDS.flatMap((kind) => entriesOf(catalog, kind)).map(({ path, value }) => [path, value]),
  );
  return `${JSON.stringify({ format: JSON_FORMAT, files }, undefined, 2)}\n`;
}

/** The values of an exported catalogue by path; undefined for any other text. */
export function readCatalogJson(text: string): ReadonlyMap<string, unknown> | undefined {
  if (!text.includes(JSON_FORMAT)) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { format, files } = (parsed ?? {}) as { format?: unknown; files?: unknown };
  if (format !== JSON_FORMAT || typeof files !== 'object' || files === null) return undefined;
  return new Map(Object.entries(files).filter(([path]) => kindOfPath(path) !== undefined));
}
