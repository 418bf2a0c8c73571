import type { FieldChange } from '../model/change.ts';
import type { Kind } from '../model/kinds.ts';
import type { Source } from '../model/source.ts';
import { fieldChanges } from './field-changes.ts';
import { pairEntries } from './pairs.ts';

/** A file of a catalogue in one of its states, read by its schema. */
export interface Version {
  readonly path: string;
  readonly id: string;
  readonly kind: Kind;
  readonly value: object;
  readonly source: Source;
}

/** A file that is not as it was. */
export interface FileChanges {
  /** Where it is now; where it was when it is gone. */
  readonly path: string;
  /** Where it was, when it was moved or got another id. */
  readonly from?: string;
  readonly id: string;
  readonly of: Kind;
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'moved' | 'changed';
  /** Empty for one that came or went. */
  readonly fields: readonly FieldChange[];
  readonly before?: Version;
  readonly after?: Version;
}

/**
 * What differs between two states of a catalogue, in the order of paths; takes of each the files
 * that are not the same to the byte. A file that says what it said is left out.
 */
export function catalogChanges(
  before: readonly Version[],
  after: readonly Version[],
): FileChanges[] {
  const kinds = new Set([...before, ...after].map(({ kind }) => kind));
  const changes = [...kinds].flatMap((kind) => {
    const of = (versions: readonly Version[]) => versions.filter((each) => each.kind === kind);
    const { kept, added, dropped } = pairEntries(of(before), of(after));
    return [
      ...kept.flatMap((pair) => changeOf(pair.before, pair.after)),
      ...added.map((version) => ({ ...about(version, 'added'), after: version })),
      ...dropped.map((version) => ({ ...about(version, 'removed'), before: version })),
    ];
  });
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function changeOf(before: Version, after: Version): FileChanges[] {
  const fields = fieldChanges(after.kind, before.value, after.value);
  const moved = before.path !== after.path;
  if (!moved && fields.length === 0) return [];
  const kind = moved ? 'moved' : 'changed';
  const from = moved ? { from: before.path } : {};
  return [{ ...about(after, kind), ...from, fields, before, after }];
}

function about(version: Version, kind: FileChanges['kind']) {
  const { path, id, kind: of, value } = version;
  const named = value as { readonly name?: unknown; readonly title?: unknown };
  return { path, id, of, title: String(named.name ?? named.title ?? id), kind, fields: [] };
}
