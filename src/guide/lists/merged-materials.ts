import type { Bundle } from '../../model/schema.gen.ts';
import type { Block, ChecklistBlock, Inline } from '../guide.ts';
import { itemLabel } from '../labels.ts';
import { listWords, paragraph } from '../words.ts';
import type { Card, CardMaterial } from './card.ts';

/** A material that is submitted once for all items of a bundle that ask for it. */
export interface MergedMaterial {
  readonly name: string;
  readonly material: CardMaterial;
  /** Names of the items that use it. */
  readonly uses: readonly string[];
  readonly situations: readonly string[];
}

/** The union of the members' materials by name, without what is waived or taken over. */
export function mergedMaterials(bundle: Bundle, members: readonly Card[]): MergedMaterial[] {
  const merged = new Map<
    string,
    { material: CardMaterial; uses: string[]; situations: string[] }
  >();
  for (const card of members) {
    const shares = new Set(bundle.items.find(({ item }) => item === card.id)?.shares);
    for (const material of card.share?.materials ?? []) {
      if (material.waived === true || shares.has(material.name)) continue;
      const found = merged.get(material.name) ?? { material, uses: [], situations: [] };
      merged.set(material.name, found);
      if (!found.uses.includes(card.name)) found.uses.push(card.name);
      found.situations.push(...material.situations);
    }
  }
  return [...merged].map(([name, rest]) => ({ name, ...rest }));
}

/** 一套材料: the merged tick list, and what need not be submitted. */
export function mergedBlocks(bundle: Bundle, members: readonly Card[]): Block[] {
  const merged = mergedMaterials(bundle, members);
  const saved = new Set(bundle.items.flatMap(({ shares = [] }) => shares));
  const waived = members.flatMap(({ share }) =>
    (share?.materials ?? []).flatMap(({ name, waived: free }) => (free === true ? [name] : [])),
  );
  const free = [...new Set([...saved, ...waived])].filter(
    (name) => !merged.some((each) => each.name === name),
  );
  const blocks: Block[] = [];
  if (merged.length > 0) blocks.push({ kind: 'checklist', entries: merged.map(entry) });
  if (free.length > 0) blocks.push(paragraph(`不用再交：${listWords(free)}。`));
  return blocks;
}

function entry({
  name,
  material: { form, files },
  uses,
  situations,
}: MergedMaterial): ChecklistBlock['entries'][number] {
  const when =
    situations.length === 0
      ? ''
      : `；${itemLabel('materials.situations')}：${listWords([...new Set(situations)])}`;
  return {
    title: [{ text: form === '' ? name : `${name}（${form}）` }],
    details: [
      [{ text: `用于${listWords(uses)}${when}` }],
      ...(files.length === 0
        ? []
        : [files.flatMap((file, at): Inline[] => (at === 0 ? [file] : [{ text: '　' }, file]))]),
    ],
  };
}
