import type { FileChanges, Version } from '../diff/catalog-changes.ts';
import { type Gap, measureCompleteness } from '../lint/completeness/measure.ts';
import { PROFILES, profilesOf } from '../lint/completeness/profiles.ts';
import type { Item } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import type { GateContext, Refused } from './refused.ts';

/** Elements that a standard asks for, that were there and are there no more. */
export function* removedFacts(
  { before, after, of }: FileChanges,
  { catalog, settings }: GateContext,
): Iterable<Refused> {
  if (before === undefined || after === undefined || of !== 'item') return;
  const told = new Set<string>();
  for (const profile of profilesOf(settings)) {
    const gaps = ({ value }: Version): readonly Gap[] =>
      // Versions of kind item were read by the schema of items.
      measureCompleteness(value as Item, catalog, profile).gaps;
    const known = new Map<string, number>();
    for (const { element } of gaps(before)) {
      known.set(element.zh, (known.get(element.zh) ?? 0) + 1);
    }
    for (const { element, label, pointer } of gaps(after)) {
      const left = known.get(element.zh) ?? 0;
      known.set(element.zh, left - 1);
      if (left > 0 || told.has(pointer) || isNewRow(before, pointer)) continue;
      told.add(pointer);
      const { title, citation } = PROFILES[profile];
      yield {
        ...{ rule: 'removed-fact', path: after.path, pointer },
        message: say(
          `${label.zh}原来写明，现在没有了（见${title.zh}）`,
          `${label.en} was there and is gone (${title.en})`,
        ),
        hint: say('把它写回来，或者写明新的内容', 'write it again, or what holds instead'),
        citation,
      };
    }
  }
}

/** A row that was not there before took nothing away. */
function isNewRow({ value }: Version, pointer: string): boolean {
  const [, list = '', row] = pointer.split('/');
  if (row === undefined || !/^\d+$/.test(row)) return false;
  const rows: unknown = (value as Readonly<Record<string, unknown>>)[list];
  return Array.isArray(rows) && Number(row) >= rows.length;
}
