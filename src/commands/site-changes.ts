import { fieldChanges, isPublished } from '../diff/field-changes.ts';
import type { ChangedKind, SiteChange } from '../guide/lists/site-data.ts';
import { readEntry } from '../load/read.ts';
import type { Catalog } from '../model/catalog.ts';
import { idOfPath, kindOfPath } from '../model/kinds.ts';
import { say, type Words } from '../model/words.ts';
import { GitFailure } from '../world/git-failure.ts';
import { readBlobs } from '../world/git-files.ts';
import { type Commit, gitHistory, type HistoryRange } from '../world/git-history.ts';
import { findRepository } from '../world/git-repository.ts';
import { type Session, UsageError } from './command.ts';

const USUAL_MONTHS = 12;

/**
 * What changed between the revisions that git keeps of a catalogue, newest first: since a revision
 * that is asked for, else as far back as the settings say. Nothing where there is no history.
 * Throws UsageError for a revision that does not exist.
 */
export function siteChanges(
  root: string,
  { settings }: Catalog,
  since: unknown,
  session: Session,
): SiteChange[] {
  const own = settings.value.changes ?? {};
  if (since !== undefined) return orMisuse(() => changesSince(root, { since: String(since) }));
  const { months = own.since === undefined ? USUAL_MONTHS : undefined } = own;
  if (months === 0) return [];
  const range = {
    ...(own.since === undefined ? {} : { since: own.since }),
    ...(months === undefined ? {} : { months }),
  };
  return orNone(() => changesOrFewer(root, range, session), session);
}

/** Throws UsageError where git does not answer. */
function orMisuse<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw error instanceof GitFailure ? new UsageError(error.words) : error;
  }
}

/** Nobody asked for changes: where git does not answer, that is told and there are none. */
function orNone(ask: () => SiteChange[], session: Session): SiteChange[] {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const usual = error.kind === 'no-git' || error.kind === 'no-repository';
    if (!usual) tellLess(error.words, say('网站没有更新记录', 'no changes are told'), session);
    return [];
  }
}

/** A shallow clone may lack the revision of the settings: what it has is better than nothing. */
function changesOrFewer(root: string, range: HistoryRange, session: Session): SiteChange[] {
  try {
    return changesSince(root, range);
  } catch (error) {
    const absent = ['shallow', 'no-revision', 'bad-revision'];
    if (!(error instanceof GitFailure) || !absent.includes(error.kind)) throw error;
    const instead = say(
      '这是 mingbai.yaml 的 changes.since；更新记录改为最近12个月',
      'as changes.since of mingbai.yaml; the last 12 months are told',
    );
    tellLess(error.words, instead, session);
    return changesSince(root, { months: USUAL_MONTHS });
  }
}

function tellLess(why: Words, instead: Words, { world, tell }: Session): void {
  world.err(`${tell(why)}${tell(say('。', '; '))}${tell(instead)}\n`);
}

/** A file as it was before a day and after it. */
interface Day {
  readonly date: string;
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Commits of the same day count as one: what was put right at once was never seen. */
function daysOf(commits: readonly Commit[]): Day[] {
  const days = new Map<string, Day>();
  for (const { date, files } of commits) {
    for (const { path, before, after } of files) {
      if (changedKind(path) === undefined) continue;
      const later = days.get(`${date} ${path}`);
      days.set(`${date} ${path}`, { date, path, before, after: later ? later.after : after });
    }
  }
  return [...days.values()].filter(({ before, after }) => before !== after);
}

function changesSince(root: string, range: HistoryRange): SiteChange[] {
  const days = daysOf(gitHistory(root, range));
  if (days.length === 0) return [];
  const ids = new Set(days.flatMap(({ before, after }) => [before ?? [], after ?? []].flat()));
  const blobs = readBlobs(findRepository(root), [...ids]);
  const read = (path: string, blob: string | undefined): Published | undefined =>
    blob === undefined ? undefined : readVersion(path, blobs.get(blob) ?? new Uint8Array());
  const moved = movesOf(days);
  return days.flatMap((day) => {
    const from = moved.get(`${day.date} ${idOfPath(day.path)}`);
    if (from !== undefined && day.after === undefined) return [];
    const before = read(day.path, day.before ?? from?.before);
    return changeOf(day, before, read(day.path, day.after));
  });
}

/** Items that left one folder and came into another on the same day are the same items. */
function movesOf(days: readonly Day[]): ReadonlyMap<string, Day> {
  const came = new Set(
    days
      .filter(({ before }) => before === undefined)
      .map(({ date, path }) => `${date} ${idOfPath(path)}`),
  );
  const gone = days.filter(
    ({ date, path, after }) => after === undefined && came.has(`${date} ${idOfPath(path)}`),
  );
  return new Map(gone.map((day) => [`${day.date} ${idOfPath(day.path)}`, day]));
}

/** What the files that are told of have in common. */
interface Published {
  readonly name: string;
  readonly effective?: string;
  readonly version?: string;
}

function changeOf(
  { date, path }: Day,
  before: Published | undefined,
  after: Published | undefined,
): SiteChange[] {
  const kind = changedKind(path);
  const last = after ?? before;
  if (kind === undefined || last === undefined) return [];
  const fields = before && after ? fieldChanges(kind, before, after).filter(isPublished) : [];
  if (before !== undefined && after !== undefined && fields.length === 0) return [];
  const event = before === undefined ? '新增' : after === undefined ? '取消' : '变更';
  const effective = event === '取消' ? undefined : last.effective;
  return [
    {
      date,
      kind,
      id: idOfPath(path),
      title: last.name,
      event,
      fields,
      ...(effective === undefined ? {} : { effective }),
    },
  ];
}

function changedKind(path: string): ChangedKind | undefined {
  const kind = kindOfPath(path);
  return kind === 'item' || kind === 'hall' || kind === 'bundle' ? kind : undefined;
}

/** A version of a file; undefined for one that could not be read. */
function readVersion(path: string, body: Uint8Array): Published | undefined {
  const kind = changedKind(path);
  if (kind === undefined) return undefined;
  const files = { list: () => [path], read: () => body, escapes: () => new Set<string>() };
  // What was read has the shape of its kind, and each of these has a name.
  return readEntry(path, kind, files).entry?.value as Published | undefined;
}
