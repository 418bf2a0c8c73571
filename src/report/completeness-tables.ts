import type { Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import type { ElementStandard } from '../stats/figures/completeness.ts';
import { placeOf } from '../stats/place.ts';
import { type DataTable, placeText, type Telling } from './data-table.ts';
import { heads } from './heads.ts';

/** Every element that is missing, by standard, with the file and the line where it belongs. */
export function gapsTable(
  items: Iterable<Entry<Item>>,
  standards: readonly ElementStandard[],
  telling: Telling,
): DataTable {
  const { tell } = telling;
  const byStandard = standards.map((): string[][] => []);
  for (const entry of items) {
    for (const [at, { id, title, measure }] of standards.entries()) {
      for (const { pointer, label } of measure(entry).gaps) {
        byStandard[at]?.push([
          `${tell(title)}（${id}）`,
          `${entry.value.name}（${entry.id}）`,
          tell(label),
          placeText(placeOf(entry, pointer), telling),
        ]);
      }
    }
  }
  const rows = byStandard.flat();
  return {
    key: 'gaps',
    title: tell(say('缺少的要素', 'missing elements')),
    note: tell(say(`共 ${rows.length} 处`, `${rows.length} in all`)),
    head: heads(tell, [
      ['标准', 'standard'],
      ['事项', 'item'],
      ['要素', 'element'],
      ['位置', 'place'],
    ]),
    rows,
  };
}
