import { namedForms } from '../load/forms.ts';
import { kindOfPath } from '../model/kinds.ts';
import { VERSION } from '../model/version.ts';
import { markOf } from '../text/mark.ts';
import type { BuildInput } from './build.ts';
import type { ItemLine } from './build-items.ts';
import type { SourceState, Sources } from './sources.ts';

type Shared = Pick<BuildInput, 'catalog' | 'files'>;

/** Paths that are no items but go into what is built: settings, halls, laws, forms … */
export function sharedPaths({ catalog, files }: Shared): string[] {
  const escapes = files.escapes();
  const isShared = (path: string): boolean => {
    const kind = kindOfPath(path);
    return kind === undefined ? catalog.forms.has(path) : kind !== 'item';
  };
  return files.list().filter((path) => isShared(path) && !escapes.has(path));
}

/** Forms that are published if they are sound; of parts, each might be referred to in another. */
export function formPaths(
  { catalog, shard }: Pick<BuildInput, 'catalog' | 'shard'>,
  items: readonly ItemLine[],
): string[] {
  if (shard !== undefined) return [...catalog.forms];
  return namedForms(
    catalog,
    items.map(({ row }) => row.forms),
  );
}

/** A mark of all that items share and of what is asked for. */
export function surroundingsOf(input: BuildInput, sources: Sources): string {
  const { program, shard } = input;
  return markOf(program, togetherMark(input, sources), JSON.stringify(shard ?? ''));
}

/** The same for all parts of one build, on whatever machine: what makes them fit together. */
export function togetherMark(input: Omit<BuildInput, 'program'>, sources: Sources): string {
  const { only, studio, files, theme } = input;
  const paths = sharedPaths(input);
  const marks = paths.map((path) => sources.state(path).mark);
  const options = JSON.stringify({ only, script: studio.script, theme, version: VERSION });
  return markOf(options, paths.join('\n'), marks.join('\n'), [...files.escapes()].join('\n'));
}

/** How shared files were read, by path. */
export function sharedStates(input: Shared, sources: Sources): Record<string, SourceState> {
  return Object.fromEntries(sharedPaths(input).map((path) => [path, sources.state(path)]));
}
