import { calendarOf } from '../calendar/calendar.ts';
import { catalogChanges, type FileChanges, type Version } from '../diff/catalog-changes.ts';
import { PUBLIC_WITHIN, workingDaysUntil } from '../diff/clock.ts';
import { isPublished } from '../diff/field-changes.ts';
import { kindOfPath } from '../model/kinds.ts';
import { valueAt } from '../model/texts.ts';
import { changedSince } from '../world/git-changes.ts';
import { readBlobs } from '../world/git-files.ts';
import { gitHistory, type HistoryRange } from '../world/git-history.ts';
import { findRepository } from '../world/git-repository.ts';
import { readChanges, settingsOf, versionOf } from './change-sources.ts';
import type { Located } from './open.ts';

/** A change that the public hears of, with its dates. */
export interface DatedChange {
  readonly change: FileChanges;
  /** Day of its approval as the file says; absent where this change wrote none. */
  readonly approved?: string;
  readonly effective?: string;
  /** Day of the commit that made it public; absent for what is not committed. */
  readonly published?: string;
  /** Working days from approval to publication, or to today; absent where they cannot be told. */
  readonly days?: number;
  readonly overdue: boolean;
}

/** What changed in items and bundles, newest first, each held against the clock. */
export function datedChanges(located: Located, range: HistoryRange, today: string): DatedChange[] {
  const calendar = calendarOf(settingsOf(located.files).calendar);
  const dated = (change: FileChanges, published: string | undefined): DatedChange[] => {
    const told = change.fields.some(isPublished) || change.fields.length === 0;
    if (!told || (change.of !== 'item' && change.of !== 'bundle')) return [];
    const approved = approvalOf(change);
    const effective = textAt(change.after, '/effective');
    const days = approved && workingDaysUntil(approved, published ?? today, calendar);
    return [
      {
        change,
        overdue: typeof days === 'number' && days > PUBLIC_WITHIN,
        ...(approved === undefined ? {} : { approved }),
        ...(effective === undefined ? {} : { effective }),
        ...(published === undefined ? {} : { published }),
        ...(typeof days === 'number' ? { days } : {}),
      },
    ];
  };
  const onDisk = readChanges(changedSince(located.root, 'HEAD', located.files)).changes;
  return [
    ...onDisk.flatMap((change) => dated(change, undefined)),
    ...committed(located.root, range).flatMap(([date, changes]) =>
      changes.flatMap((change) => dated(change, date)),
    ),
  ];
}

/** The changes of each commit, with its day. */
function committed(root: string, range: HistoryRange): [string, FileChanges[]][] {
  const commits = gitHistory(root, range);
  const data = commits.flatMap(({ files }) => files.filter(({ path }) => kindOfPath(path)));
  const ids = data.flatMap(({ before = '', after = '' }) => [before, after]).filter(Boolean);
  const blobs = readBlobs(findRepository(root), [...new Set(ids)]);
  const read = (path: string, id: string | undefined): Version[] => {
    const bytes = id === undefined ? undefined : blobs.get(id);
    const version = bytes && versionOf(path, bytes);
    return version === undefined ? [] : [version];
  };
  return commits.map(({ date, files }) => [
    date,
    catalogChanges(
      files.flatMap(({ path, before }) => read(path, before)),
      files.flatMap(({ path, after }) => read(path, after)),
    ),
  ]);
}

/** The day of approval that this very change wrote. */
function approvalOf({ kind, after, fields }: FileChanges): string | undefined {
  const isOwn = kind === 'added' || fields.some(({ pointer }) => pointer === '/approved');
  return isOwn ? textAt(after, '/approved') : undefined;
}

function textAt(version: Version | undefined, pointer: string): string | undefined {
  const found = valueAt(version?.value, pointer);
  return typeof found === 'string' ? found : undefined;
}
