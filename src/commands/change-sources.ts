import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FileChanges, Version } from '../diff/catalog-changes.ts';
import { catalogChanges } from '../diff/catalog-changes.ts';
import { readEntry } from '../load/read.ts';
import type { Files } from '../model/files.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { Settings } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import {
  changedBetween,
  changedFolders,
  changedSince,
  type Differing,
  mergeBase,
} from '../world/git-changes.ts';
import { GitFailure } from '../world/git-failure.ts';
import { findRepository } from '../world/git-repository.ts';
import { type Session, UsageError } from './command.ts';
import { type Located, locateCatalog, locatedAt } from './open.ts';

/** What changed, in which catalogue, and which files nobody could read. */
export interface FoundChanges {
  readonly located: Located;
  readonly changes: readonly FileChanges[];
  /** Paths that are left out: one of their states has errors. */
  readonly unread: readonly string[];
}

/**
 * Finds what changed: between two revisions (`a..b`, or `a...b` from where both come from), a
 * revision and the disk, or two folders. Throws UsageError where one of them is not there.
 */
export function findChanges(args: readonly string[], session: Session): FoundChanges {
  const [from = '', to] = args;
  const folders = [from, to ?? ''].map((each) => resolve(session.world.cwd, each));
  if (to !== undefined && folders.every(isCatalogue)) return ofFolders(folders, session);
  const located = locateCatalog(to, session);
  return { located, ...readChanges(askGit(() => differingSince(located, from))) };
}

/** Whether a folder holds a catalogue, so that it is not taken for a revision. */
function isCatalogue(folder: string): boolean {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return false;
  return ['items', 'mingbai.yaml'].some((name) => existsSync(join(folder, name)));
}

function ofFolders([from = '', to = '']: readonly string[], session: Session): FoundChanges {
  const [before, located] = [locatedAt(from, session), locatedAt(to, session)];
  return { located, ...readChanges(changedFolders(before.files, located.files)) };
}

/** What differs from a revision, or between the two of a range. Throws GitFailure. */
export function differingSince({ root, files }: Located, range: string): Differing[] {
  const [, from = range, dots = '', to = ''] = /^(.*?)(\.{2,3})(.*)$/.exec(range) ?? [];
  if (dots === '') return changedSince(root, range, files);
  const [one, other] = [from, to].map((each) => (each === '' ? 'HEAD' : each)) as [string, string];
  const base = dots === '...' ? mergeBase(findRepository(root), one, other) : one;
  if (base === undefined) throw new GitFailure('unrelated', range);
  return changedBetween(root, base, other);
}

/** Compares what differs, field by field. */
export function readChanges(differing: readonly Differing[]): Omit<FoundChanges, 'located'> {
  const unread = new Set<string>();
  const read = (path: string, bytes: Uint8Array | undefined): Version[] => {
    if (bytes === undefined) return [];
    const version = versionOf(path, bytes);
    if (version === undefined) unread.add(path);
    return version === undefined ? [] : [version];
  };
  const pairs = differing.map(({ path, before, after }) => ({
    path,
    before: read(path, before),
    after: read(path, after),
  }));
  const readable = pairs.filter(({ path }) => !unread.has(path));
  const [before, after] = [
    readable.flatMap((each) => each.before),
    readable.flatMap((each) => each.after),
  ];
  return { changes: catalogChanges(before, after), unread: [...unread] };
}

/** A version of a file; undefined for one that could not be read. */
export function versionOf(path: string, bytes: Uint8Array): Version | undefined {
  const kind = kindOfPath(path);
  if (kind === undefined) return undefined;
  const files = { list: () => [path], read: () => bytes, escapes: () => new Set<string>() };
  const { entry } = readEntry(path, kind, files);
  if (entry === undefined) return undefined;
  // What was read has the shape of its kind: a map.
  return { path, id: entry.id, kind, value: entry.value as object, source: entry.source };
}

/** The settings of a catalogue; those of one without where they cannot be read. */
export function settingsOf(files: Files): Settings {
  const there = files.list().includes('mingbai.yaml');
  const value = there ? readEntry('mingbai.yaml', 'settings', files).entry?.value : undefined;
  // Read by the schema of settings.
  return (value as Settings | undefined) ?? { title: '' };
}

/** Tells in words why git does not answer. */
export function askGit<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw error instanceof GitFailure ? new UsageError(error.words) : error;
  }
}

/** Says which files were left out, so that nobody takes a part for the whole. */
export function tellUnread({ unread, located }: FoundChanges, { world, tell }: Session): void {
  if (unread.length === 0) return;
  const names = unread.slice(0, 5).map(located.pathOf).join('、');
  const zh = `有 ${unread.length} 个文件前后有一个版本读不懂，没有比较：${names}\n`;
  const en = `${unread.length} files cannot be read in one of their states: ${names}\n`;
  world.err(tell(say(zh, en)));
}
