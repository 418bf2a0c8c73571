import type { FileStates } from '../ledger/states.ts';
import { kindOfPath } from '../model/kinds.ts';
import { VERSION } from '../model/version.ts';
import { markOf } from '../text/mark.ts';
import type { Source } from './building.ts';
import type { Shard } from './shard.ts';

type Shared = Pick<Source, 'catalog' | 'files'>;

/** Paths that are no items but go into what is built: settings, halls, laws, forms … */
export function sharedPaths({ catalog, files }: Shared): string[] {
  const escapes = files.escapes();
  const isShared = (path: string): boolean => {
    const kind = kindOfPath(path);
    return kind === undefined ? catalog.forms.has(path) : kind !== 'item';
  };
  return files.list().filter((path) => isShared(path) && !escapes.has(path));
}

/** Forms that are published: not those that are links out of the catalogue. */
export function formPaths({ catalog, files }: Shared): string[] {
  const escapes = files.escapes();
  return [...catalog.forms].filter((path) => !escapes.has(path));
}

/** A mark of all that items share and of what is asked for. */
export function inputsMark(source: Source, together: string, shard: Shard | undefined): string {
  return markOf(source.program, together, JSON.stringify(shard ?? ''));
}

/** The same for all parts of one build, on whatever machine: what makes them fit together. */
export function togetherMark(source: Omit<Source, 'program'>, states: FileStates): string {
  const { only, studio, files, theme } = source;
  const paths = sharedPaths(source);
  const marks = paths.map((path) => states.state(path).hash);
  const options = JSON.stringify({ only, script: studio.script, theme, version: VERSION });
  return markOf(options, paths.join('\n'), marks.join('\n'), [...files.escapes()].join('\n'));
}
