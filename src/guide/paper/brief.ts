import type { Block, Guide, Section } from '../guide.ts';
import { hallLabel, itemLabel } from '../labels.ts';

/** Sections of the short guide (简版), in the order people ask. */
const KEPT = [
  'situations',
  'conditions',
  'materials',
  'where',
  'steps',
  'limits',
  'fees',
  'result',
  'contact',
  'remedies',
];

/** Facts that the short guide leaves to the full one. */
const LEFT_OUT = new Set([
  itemLabel('basis.rank'),
  itemLabel('channels.depth'),
  itemLabel('channels.single_sign_on'),
  itemLabel('channels.mobile'),
  itemLabel('channels.fully_online'),
  itemLabel('channels.kiosk'),
  itemLabel('limits.statutory_basis'),
  itemLabel('steps.criteria'),
  itemLabel('result.electronic'),
  itemLabel('annual'),
  itemLabel('contact.email'),
  itemLabel('contact.website'),
  hallLabel('transport'),
  hallLabel('accessible'),
  hallLabel('windows.hours'),
  itemLabel('steps.role'),
  itemLabel('limits.includes_delivery'),
  itemLabel('result.delivery_limit'),
  itemLabel('result.kind'),
  itemLabel('documents'),
  itemLabel('result.sample'),
]);

/** The short guide: the same words, without what only an expert looks up. */
export function composeBrief(guide: Guide): Guide {
  const sections = KEPT.flatMap((id): Section[] => {
    const from = id === 'where' ? guide.notice.sections : guide.sections;
    const section = from.find((each) => each.id === id);
    const blocks = section === undefined ? [] : shortened(section.blocks).map(withoutBasis);
    return section === undefined || blocks.length === 0 ? [] : [{ ...section, blocks }];
  });
  const { appendix: _, ...rest } = guide;
  return { ...rest, sections };
}

/** The guide's chapter in the manual of materials: situations, materials and what is asked. */
export function composeMaterialsChapter(guide: Guide): Guide {
  const kept = ['situations', 'materials', 'contact'];
  return { ...guide, sections: guide.sections.filter((section) => kept.includes(section.id)) };
}

/** Blocks up to the first heading of details, facts and steps without their finer points. */
function shortened(blocks: readonly Block[]): Block[] {
  const heading = blocks.findIndex((block) => block.kind === 'heading');
  const kept = heading < 0 ? blocks : blocks.slice(0, heading);
  return kept.flatMap((block): Block[] => {
    if (block.kind === 'facts') {
      const facts = block.facts.filter(({ label }) => !LEFT_OUT.has(label));
      return facts.length === 0 ? [] : [{ ...block, facts }];
    }
    if (block.kind !== 'steps') return [block];
    const steps = block.steps.map((step) => ({
      ...step,
      facts: step.facts.filter(({ label }) => !LEFT_OUT.has(label)),
      blocks: [],
    }));
    return [{ ...block, steps }];
  });
}

/** A list without the lines that name the law of each entry. */
function withoutBasis(block: Block): Block {
  if (block.kind !== 'list') return block;
  const isBasis = (each: Block): boolean =>
    each.kind === 'paragraph' &&
    each.text[0]?.text.startsWith(`${itemLabel('conditions.basis', 'short')}：`) === true;
  return { ...block, items: block.items.map((item) => item.filter((each) => !isBasis(each))) };
}
