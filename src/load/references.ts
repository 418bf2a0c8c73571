import type { Catalog, Entry } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { idOfPath, type Kind, kindOfPath } from '../model/kinds.ts';
import type { Item } from '../model/schema.gen.ts';
import { perField, type Text, textsOf, valueAt } from '../model/texts.ts';
import { say, type Words } from '../model/words.ts';
import { type KnownIds, missing } from './missing.ts';
import { checkOwnIds } from './own-ids.ts';
import { placeAt } from './unplaced.ts';

/** Keys that hold the id of a shared file, by kind of file. */
const REFERS: Partial<Record<Kind, Record<string, Kind>>> = {
  item: { department: 'department', hall: 'hall' },
  bundle: { lead: 'department', partners: 'department', hall: 'hall' },
};
const REFERRING = new Set(['law', 'window', 'department', 'hall', 'lead', 'partners']);

/** The key at which a text stands, where it refers to something; else blank. */
const keyOf = perField((field) => {
  const key = field.replace(/(?:\/0)+$/, '').replace(/^.*\//, '');
  return REFERRING.has(key) ? key : '';
});

/** What one file says of shared files, or of itself, that is not so. */
export function checkReferencesOf(
  entry: Entry<unknown>,
  catalog: Catalog,
  ids: KnownIds,
): Finding[] {
  const kind = kindOfPath(entry.path);
  if (kind === undefined || kind === 'settings') return [];
  // Every kind but the settings has an id.
  const findings = [...checkId(entry as Entry<{ id: string }>), ...checkOwnIds(entry)];
  const { texts, aside } = textsOf(entry.value);
  for (const place of texts) {
    const key = keyOf(place);
    if (key === 'window') findings.push(...checkWindow(entry, catalog, place));
    else if (key === 'law') findings.push(...checkLaw(entry, ids, place));
    else if (key !== '') findings.push(...checkShared(entry, ids, REFERS[kind]?.[key], place));
  }
  for (const place of aside) {
    if (keyOf(place) === 'law') findings.push(...checkLaw(entry, ids, place));
  }
  if (kind !== 'item') return findings;
  // The path says that it is one.
  const item = entry as Entry<Item>;
  findings.push(...checkFolder(item), ...checkSituations(item));
  return findings;
}

function checkShared(
  entry: Entry<unknown>,
  ids: KnownIds,
  kind: Kind | undefined,
  { text, pointer }: Text,
): Finding[] {
  if (kind === undefined || text === '' || ids.get(kind)?.has(text)) return [];
  return [missingAt(entry, pointer, kind, text, ids.get(kind) ?? [])];
}

/** A law may be cited by its id or by its title; what looks like an id has to be one. */
function checkLaw(entry: Entry<unknown>, ids: KnownIds, { text, pointer }: Text): Finding[] {
  if (!/^[a-z0-9-]+$/.test(text) || ids.get('law')?.has(text)) return [];
  return [missingAt(entry, pointer, 'law', text, ids.get('law') ?? [])];
}

function checkWindow(entry: Entry<unknown>, catalog: Catalog, place: Text): Finding[] {
  const { pointer, text: window } = place;
  const hall = valueAt(entry.value, pointer.replace(/\/window$/, '/hall'));
  if (typeof hall !== 'string' || !pointer.endsWith('/window')) return [];
  const windows = catalog.halls.get(hall)?.value.windows;
  if (windows === undefined || windows.some((each) => each.id === window)) return [];
  return [
    missingAt(
      entry,
      pointer,
      'window',
      window,
      windows.map((each) => each.id),
    ),
  ];
}

function checkId(entry: Entry<{ id: string }>): Finding[] {
  const { id } = entry.value;
  const expected = idOfPath(entry.path);
  // What is no id at all has its own finding.
  if (id === expected || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return [];
  const word = entry.source.keyOf('/id');
  const message = say(
    `标识“${id}”与文件名“${expected}”不一致`,
    `id “${id}” differs from the file name “${expected}”`,
  );
  const hint = say(
    `改为 ${word}: ${expected}，或给文件改名`,
    `write ${word}: ${expected}, or rename the file`,
  );
  return [at(entry, 'id-mismatch', '/id', message, hint)];
}

function checkFolder(item: Entry<Item>): Finding[] {
  const folder = item.path.split('/')[1] ?? '';
  const { department } = item.value;
  if (department === folder || department === '') return [];
  const message = say(
    `实施主体是“${department}”，文件却在 items/${folder}/`,
    `the department is “${department}” but the file lies in items/${folder}/`,
  );
  const hint = say(`移到 items/${department}/，或改正实施主体`, `move it to items/${department}/`);
  return [at(item, 'department-folder', '/department', message, hint)];
}

function checkSituations(item: Entry<Item>): Finding[] {
  const known = new Set(item.value.situations?.map((each) => each.id));
  // A situation without an id has its own finding, and may be the one that is meant.
  if (known.has('')) return [];
  const findings: Finding[] = [];
  for (const list of ['conditions', 'materials', 'steps'] as const) {
    for (const [index, each] of (item.value[list] ?? []).entries()) {
      for (const [place, id] of (each.situations ?? []).entries()) {
        if (known.has(id)) continue;
        const pointer = `/${list}/${index}/situations/${place}`;
        findings.push(missingAt(item, pointer, 'situation', id, known));
      }
    }
  }
  return findings;
}

function missingAt(
  entry: Entry<unknown>,
  pointer: string,
  what: Parameters<typeof missing>[0],
  value: string,
  known: Iterable<string>,
): Finding {
  const { message, hint } = missing(what, value, known);
  return at(entry, 'missing-reference', pointer, message, hint);
}

function at(
  entry: Entry<unknown>,
  rule: Parameters<typeof placeAt>[0]['rule'],
  pointer: string,
  message: Words,
  hint: Words,
): Finding {
  return placeAt({ rule, path: entry.path, pointer, message, hint }, entry);
}
