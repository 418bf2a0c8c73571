import type { Bundle, Material } from '../../model/schema.gen.ts';
import type { Block, ChecklistBlock } from '../guide.ts';
import { fileLinks, formWords } from '../materials.ts';
import type { PageSection } from '../page/page.ts';
import { listWords, paragraph } from '../words.ts';
import type { Listed } from './listing.ts';

/** A material that is handed in once for all items of a bundle that ask for it. */
export interface MergedMaterial {
  readonly name: string;
  readonly material: Material;
  /** Names of the items that use it. */
  readonly uses: readonly string[];
  readonly situations: readonly string[];
}

/** The union of the members' materials by name, without what is waived or taken over. */
export function mergedMaterials(bundle: Bundle, members: readonly Listed[]): MergedMaterial[] {
  const merged = new Map<string, { material: Material; uses: string[]; situations: string[] }>();
  for (const { item, subject, entry } of members) {
    const shares = new Set(bundle.items.find((each) => each.item === item.id)?.shares);
    for (const material of item.materials ?? []) {
      if (material.waiver !== undefined || shares.has(material.name)) continue;
      const found = merged.get(material.name) ?? { material, uses: [], situations: [] };
      merged.set(material.name, found);
      if (!found.uses.includes(entry.title)) found.uses.push(entry.title);
      found.situations.push(...subject.situationNames(material.situations));
    }
  }
  return [...merged].map(([name, rest]) => ({ name, ...rest }));
}

/** 一套材料: the merged tick list, and what need not be handed in. */
export function mergedSection(bundle: Bundle, members: readonly Listed[]): PageSection[] {
  const merged = mergedMaterials(bundle, members);
  const saved = new Set(bundle.items.flatMap(({ shares = [] }) => shares));
  const waived = members.flatMap(({ item }) =>
    (item.materials ?? []).flatMap(({ name, waiver }) => (waiver === undefined ? [] : [name])),
  );
  const free = [...new Set([...saved, ...waived])].filter(
    (name) => !merged.some((each) => each.name === name),
  );
  const blocks: Block[] = [];
  if (merged.length > 0) blocks.push({ kind: 'checklist', entries: merged.map(entry) });
  if (free.length > 0) blocks.push(paragraph(`不用再交：${listWords(free)}。`));
  if (blocks.length === 0) return [];
  return [{ id: 'bring', heading: `一套材料（${merged.length}项）`, folded: false, blocks }];
}

function entry({
  name,
  material,
  uses,
  situations,
}: MergedMaterial): ChecklistBlock['entries'][number] {
  const form = [formWords(material), material.medium].filter(Boolean).join('，');
  const files = fileLinks(material);
  const when = situations.length === 0 ? '' : `；适用情形：${listWords([...new Set(situations)])}`;
  return {
    title: [{ text: form === '' ? name : `${name}（${form}）` }],
    details: [
      [{ text: `用于${listWords(uses)}${when}` }],
      ...(files.length === 0
        ? []
        : [files.flatMap((file, at) => (at === 0 ? [file] : [{ text: '　' }, file]))]),
    ],
  };
}
