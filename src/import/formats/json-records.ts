import { say } from '../../model/words.ts';
import { type Columns, matchHeads } from '../columns.ts';
import { ImportFailure } from '../failure.ts';

/** An object of JSON. */
export type JsonRecord = Readonly<Record<string, unknown>>;

interface Found {
  readonly records: readonly JsonRecord[];
  readonly remarks: readonly string[];
}

/** Throws ImportFailure where an array holds something else than records. */
export function recordsIn(value: unknown, columns: Columns): Found {
  if (Array.isArray(value)) return { records: flatten(objectsOf(value), columns), remarks: [] };
  if (!isRecord(value)) return { records: [], remarks: [] };
  if (hasName(value, columns)) return { records: [value], remarks: [] };
  const byKey = recordsByKey(value, columns);
  if (byKey !== undefined) return byKey;
  const lists = listsIn(value, columns, []);
  const records = lists.flatMap(({ list }) => flatten(list, columns));
  const remarks = lists.map(
    ({ list, path }) => `记录取自 JSON 里的“${path.join('.')}”，共 ${list.length} 条`,
  );
  return { records, remarks };
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectsOf(list: readonly unknown[]): JsonRecord[] {
  return list.map((one, at) => {
    if (isRecord(one)) return one;
    throw new ImportFailure(
      say(`第 ${at + 1} 条记录不是对象`, `record ${at + 1} is not an object`),
    );
  });
}

function hasName(record: JsonRecord, columns: Columns): boolean {
  return Object.keys(record).some((key) =>
    /^(?:sub)?name$/.test(matchHeads(columns, key).path ?? ''),
  );
}

/** `{ "330000-01": { … }, "330000-02": { … } }`: the key is the code where the record has none. */
function recordsByKey(value: JsonRecord, columns: Columns): Found | undefined {
  const entries = Object.entries(value);
  const records = entries.flatMap(([, one]) =>
    isRecord(one) && hasName(one, columns) ? [one] : [],
  );
  if (entries.length === 0 || records.length !== entries.length) return undefined;
  const isCode = entries.every(([key]) => /^[\w.\-()（）]*\d[\w.\-()（）]*$/.test(key));
  const coded = (record: JsonRecord): boolean =>
    Object.keys(record).some((key) => /^codes?(?:\.|$)/.test(matchHeads(columns, key).path ?? ''));
  if (!isCode || records.some(coded)) {
    return { records, remarks: ['JSON 是按键存放的记录；键没有写进事项'] };
  }
  return {
    records: entries.map(([key, one]) => ({ 编码: key, ...(one as JsonRecord) })),
    remarks: ['JSON 是按编码存放的记录，键作为编码'],
  };
}

interface FoundList {
  readonly list: readonly JsonRecord[];
  readonly path: readonly string[];
}

const DEEPEST = 6;

/** The outermost arrays whose records have, themselves or below, a name of an item. */
function listsIn(value: JsonRecord, columns: Columns, path: readonly string[]): FoundList[] {
  if (path.length > DEEPEST) return [];
  return Object.entries(value).flatMap(([key, one]): FoundList[] => {
    const at = [...path, key];
    if (isRecord(one)) {
      const byKey = hasName(one, columns) ? undefined : recordsByKey(one, columns);
      if (byKey !== undefined) return [{ list: byKey.records, path: at }];
      return listsIn(one, columns, at);
    }
    if (!Array.isArray(one) || one.length === 0 || !one.every(isRecord)) return [];
    return flatten(one, columns).some((record) => hasName(record, columns))
      ? [{ list: one, path: at }]
      : [];
  });
}

/** Records below a record that has no name: a department with the list of its items. */
function flatten(records: readonly JsonRecord[], columns: Columns, depth = 0): JsonRecord[] {
  return records.flatMap((record) => {
    if (depth > DEEPEST || hasName(record, columns)) return [record];
    const inner = Object.entries(record).filter(
      (entry): entry is [string, JsonRecord[]] =>
        Array.isArray(entry[1]) && entry[1].length > 0 && entry[1].every(isRecord),
    );
    const below = inner.flatMap(([, list]) => flatten(list, columns, depth + 1));
    const named = below.filter((one) => hasName(one, columns));
    if (named.length === 0) return [record];
    const lists = new Set(inner.map(([key]) => key));
    const outer = Object.entries(record).filter(([key]) => !lists.has(key));
    return below.map((one) => ({ ...Object.fromEntries(outer), ...one }));
  });
}
