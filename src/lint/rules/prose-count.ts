import type { Item, Material } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { COUNT_WORDS, findMaterialCounts } from '../../text/claims.ts';
import { findInProse, proseFinder } from '../prose.ts';
import type { Rule } from '../rule.ts';

const COUNTS = proseFinder(COUNT_WORDS, findMaterialCounts);

/** “共5项材料” agrees with the list of materials. */
export const proseCount: Rule = {
  id: 'prose-count',
  severity: 'warning',
  title: say('文字里的材料数与材料清单不一致', 'prose counts other materials than the list'),
  why: say(
    '文字里说几项，清单里就该有几项，不然群众以为还缺一份。',
    'If the text says five and the list has four, people look for the fifth.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: 'materials_note: 申请人共需提交19项材料。',
  good: 'materials_note: 材料用A4纸。',
  *item({ value }) {
    const materials = value.materials ?? [];
    if (materials.length === 0) return;
    for (const { pointer, found } of findInProse(value, COUNTS)) {
      const { start, end, value: count } = found;
      const pieces = found.text.includes('份') ? piecesOf(materials) : undefined;
      if (possibleCounts(value, materials).has(count) || pieces === count) continue;
      yield {
        pointer,
        range: [start, end],
        message: say(
          `这里写${count}${found.text.includes('份') ? '份' : '项'}材料，材料清单有${materials.length}项`,
          `${count} materials here, ${materials.length} in the list`,
        ),
        hint: say('改正这里的数，或补齐材料清单', 'mend the number, or complete the list'),
      };
    }
  },
};

/** Sheets in all; undefined where a material does not say how many. */
function piecesOf(materials: readonly Material[]): number | undefined {
  const copies = materials.map((each) => (each.copies ?? Number.NaN) + (each.photocopies ?? 0));
  const sum = copies.reduce((all, each) => all + each, 0);
  return Number.isNaN(sum) ? undefined : sum;
}

/** Every number that may be meant: all, of a situation, the necessary, those not waived. */
function possibleCounts(item: Item, materials: readonly Material[]): Set<number> {
  const counts = new Set<number>();
  const filters: ((row: Material) => boolean)[] = [
    () => true,
    (row) => row.waiver === undefined,
    (row) => row.necessity !== '非必要',
    (row) => row.necessity === '非必要',
    (row) => row.necessity === '必要',
    (row) => row.necessity === '容缺后补',
    (row) => row.waiver !== undefined,
    (row) => row.kind === '申请表',
  ];
  const situations = [undefined, ...(item.situations ?? []).map((each) => each.id)];
  for (const situation of situations) {
    const rows = materials.filter((row) => {
      return !situation || !row.situations || row.situations.includes(situation);
    });
    for (const first of filters) {
      for (const second of filters) {
        counts.add(rows.filter((row) => first(row) && second(row)).length);
      }
    }
  }
  return counts;
}
