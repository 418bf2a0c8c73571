import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import type { Checked, LedgerPlace } from '../src/ledger/check-pass.ts';
import { ALL_RULES } from '../src/lint/rules/index.ts';
import { LOAD_RULES } from '../src/load/rules.ts';
import type { Finding } from '../src/model/finding.ts';
import { diskFiles } from '../src/world/disk.ts';
import { checkCatalog } from './check-catalog.ts';
import { memoryFiles } from './memory-files.ts';
import { memoryStore } from './memory-store.ts';

/** Files of a catalogue by path. */
export type FileRecord = Readonly<Record<string, string | Uint8Array>>;

/** A change to a catalogue: a merge patch (RFC 7396), or the whole text of a file, by path. */
export type Patches = Readonly<Record<string, unknown>>;

/** The day on which the tests check: the sample catalogues are up to date then. */
export const TODAY = '2026-11-20';

/** Reads a catalogue of the repository into memory. */
export function readCatalogFiles(folder: string): FileRecord {
  const root = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
  const files = diskFiles(root);
  return Object.fromEntries(files.list().map((path) => [path, readFileSync(root + path)]));
}

/** RFC 7396: null takes a member away, maps are merged, anything else replaces. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const own = typeof target === 'object' && target !== null && !Array.isArray(target);
  const result: Record<string, unknown> = own ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}

/** A catalogue with some of its files patched; a new path holds what the patch says. */
export function patchFiles(files: FileRecord, patches: Patches): FileRecord {
  const result: Record<string, string | Uint8Array> = { ...files };
  for (const [path, patch] of Object.entries(patches)) {
    const old = result[path];
    const text = old === undefined ? '{}' : new TextDecoder().decode(old as Uint8Array);
    const merged = mergePatch(parse(text, { schema: 'core' }), patch);
    result[path] = typeof patch === 'string' ? patch : stringify(merged, { lineWidth: 0 });
  }
  return result;
}

const REQUEST = {
  rules: ALL_RULES,
  today: TODAY,
  ruleIds: new Set<string>(LOAD_RULES.map((rule) => rule.id)),
  program: '',
};

/** What `mingbai check` says of a catalogue in memory, with or without a check before. */
export function checkFiles(
  files: FileRecord,
  escapes: readonly string[] = [],
  before?: LedgerPlace,
): Checked {
  return checkCatalog(memoryFiles(files, escapes), REQUEST, before).checked;
}

/** Everything that it finds. */
export function findingsOf(files: FileRecord, before?: LedgerPlace): Finding[] {
  return [...checkFiles(files, [], before).findings];
}

/** A check of a catalogue that checks of its variants go on from, as a second check of it does. */
export function checkedBefore(files: FileRecord): LedgerPlace {
  const place = { store: memoryStore(), name: 'check' };
  checkCatalog(memoryFiles(files), REQUEST, place).keep();
  return place;
}
