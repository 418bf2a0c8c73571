import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fieldChanges, isPublished } from '../diff/field-changes.ts';
import { codeOfDigest, isSheetCode, sheetsOf, sourceDigest } from '../guide/sheet-code.ts';
import { assembleCatalog } from '../load/load.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import { idOfPath, type Kind, kindOfPath } from '../model/kinds.ts';
import type { Item } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import { codeInText } from '../publish/verify-tree.ts';
import { fieldName, shownTexts } from '../report/change-document.ts';
import { GitFailure } from '../world/git-failure.ts';
import { readBlobs, treeBlobs } from '../world/git-files.ts';
import { gitHistory } from '../world/git-history.ts';
import { findRepository } from '../world/git-repository.ts';
import { versionOf } from './change-sources.ts';
import { type ExitCode, type Session, UsageError } from './command.ts';

/** Tells whether the sheet with a code is the one that holds today; 1 where it is not. */
export function verifyPaper(
  asked: string,
  { root, catalog }: { readonly root: string; readonly catalog: Catalog },
  session: Session,
): ExitCode {
  const code = codeOf(asked, session);
  const { tell, world } = session;
  const now = sheetWith(code, catalog.items, catalog);
  if (now !== undefined) {
    const zh = `这张“${now.name}”（${now.item.name}）就是现在用的\n`;
    world.out(tell(say(zh, `this is the sheet that holds today: ${now.item.name}\n`)));
    return 0;
  }
  const old = oldSheet(root, code, catalog);
  if (old === undefined) {
    const zh = `没有找到校验码 ${shown(code)}：现在的目录和 git 历史里都没有这张纸\n`;
    world.out(tell(say(zh, `no sheet has the code ${shown(code)}, now or in the history\n`)));
    return 1;
  }
  const { name, item, date, after } = old;
  const when = tell(say(`${date} 起作废`, `void since ${date}`));
  const lines = [`${tell(say('旧的', 'old: '))}“${name}”（${item.name}）${when}`];
  if (after === undefined) lines.push(tell(say('这个事项已经不在目录里', 'the item is gone')));
  else {
    const fields = fieldChanges('item', item, after).filter(isPublished);
    for (const field of fields) {
      const [before, now] = shownTexts(field);
      lines.push(`  ${field.burden}  ${fieldName(field)}：${before} → ${now}`);
    }
    if (fields.length === 0) {
      lines.push(
        tell(say('  大厅、部门或者版本和日期有变化', '  hall, department or dates changed')),
      );
    }
  }
  world.out(`${lines.join('\n')}\n`);
  return 1;
}

/** Twelve digits of a code as typed, or in a PDF or text file. Throws UsageError for anything else. */
function codeOf(asked: string, { world }: Session): string {
  const path = resolve(world.cwd, asked);
  const isFile = !/^[\d\s－-]+$/.test(asked) && existsSync(path);
  const found = codeInText(isFile ? readFileSync(path).toString('utf8') : asked);
  if (found !== undefined && isSheetCode(found)) return found;
  const why = found === undefined ? '里没有校验码' : '的校验码有一位不对，请再读一遍';
  const en = found === undefined ? 'holds no code' : 'has a digit wrong: read it again';
  throw new UsageError(say(`“${asked}”${why}`, `“${asked}” ${en}`));
}

function shown(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-');
}

interface Found {
  readonly item: Item;
  readonly name: string;
}

function sheetWith(
  code: string,
  items: Iterable<Entry<Item>>,
  catalog: Catalog,
): Found | undefined {
  for (const { value: item } of items) {
    const digest = sourceDigest({ item, catalog });
    for (const [sheet, name] of sheetsOf(item)) {
      if (codeOfDigest(digest, sheet).replaceAll('-', '') === code) return { item, name };
    }
  }
  return undefined;
}

interface OldSheet extends Found {
  readonly date: string;
  /** The item as it is now; undefined when it is gone. */
  readonly after: Item | undefined;
}

/** The sheet in an earlier state of the catalogue, the newest first. */
function oldSheet(root: string, code: string, catalog: Catalog): OldSheet | undefined {
  try {
    return searchHistory(root, code, catalog);
  } catch (error) {
    if (error instanceof GitFailure && error.kind === 'no-repository') return undefined;
    throw error instanceof GitFailure ? new UsageError(error.words) : error;
  }
}

/** Goes back commit by commit: files that a commit changed stand as they were before it. */
function searchHistory(root: string, code: string, catalog: Catalog): OldSheet | undefined {
  const repository = findRepository(root);
  const commits = gitHistory(root, {});
  const tree = new Map(treeBlobs(repository, 'HEAD'));
  const changed = commits.flatMap(({ files }) => files.filter(({ path }) => isData(path)));
  const ids = [...changed.flatMap(({ before }) => before ?? []), ...tree.values()];
  const data = [...tree].filter(([path]) => isData(path)).map(([, id]) => id);
  const wanted = new Set([...ids.filter((id) => !new Set(tree.values()).has(id)), ...data]);
  const blobs = readBlobs(repository, [...wanted]);
  const read = reader(blobs);
  // What is on the disk may be newer than the last commit.
  const last = sheetIn(tree, read, code, undefined);
  if (last !== undefined) return { ...last, date: '今天', after: nowOf(catalog, last.item) };
  for (const { date, files } of commits) {
    for (const { path, before } of files) {
      if (before === undefined) tree.delete(path);
      else tree.set(path, before);
    }
    const touched = files.map(({ path }) => path).filter(isData);
    const found = sheetIn(tree, read, code, touched);
    if (found !== undefined) return { ...found, date, after: nowOf(catalog, found.item) };
  }
  return undefined;
}

function isData(path: string): boolean {
  return kindOfPath(path) !== undefined;
}

function nowOf({ items }: Catalog, { id }: Item): Item | undefined {
  return items.find((entry) => entry.id === id)?.value;
}

type Read = (path: string, blob: string) => Entry<unknown> | undefined;

function reader(blobs: ReadonlyMap<string, Uint8Array>): Read {
  const known = new Map<string, Entry<unknown> | undefined>();
  return (path, blob) => {
    const key = `${path} ${blob}`;
    if (!known.has(key)) {
      const bytes = blobs.get(blob);
      const version = bytes === undefined ? undefined : versionOf(path, bytes);
      known.set(key, version && { ...version, id: idOfPath(path) });
    }
    return known.get(key);
  };
}

/** A sheet of one state; only of the items touched, unless what items share was touched. */
function sheetIn(
  tree: ReadonlyMap<string, string>,
  read: Read,
  code: string,
  touched: readonly string[] | undefined,
): Found | undefined {
  const shared = touched?.some((path) => kindOfPath(path) !== 'item') ?? true;
  const asked = shared ? undefined : new Set(touched);
  const entries = new Map<Kind, Entry<unknown>[]>();
  for (const [path, blob] of tree) {
    const kind = kindOfPath(path);
    if (kind === undefined || (kind === 'item' && asked?.has(path) === false)) continue;
    const entry = read(path, blob);
    if (entry !== undefined) entries.set(kind, [...(entries.get(kind) ?? []), entry]);
  }
  const state = assembleCatalog(entries, [...tree.keys()]);
  return sheetWith(code, state.items, state);
}
