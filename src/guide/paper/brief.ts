import { type Block, type Guide, onPaper, type Section } from '../guide.ts';
import { hallLabel, itemLabel } from '../labels.ts';
import { BRIEF, MATERIALS_CHAPTER, sectionsShown } from '../orders.ts';

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
  const sections = sectionsShown(BRIEF, 'short', 'notice').flatMap((id): Section[] => {
    const from = BRIEF[id] === 'notice' ? guide.notice.sections : guide.sections;
    const section = from.find((each) => each.id === id);
    const blocks = section === undefined ? [] : shortened(section.blocks).map(withoutBasis);
    return section === undefined || blocks.length === 0 ? [] : [{ ...section, blocks }];
  });
  const { appendix: _, ...rest } = onPaper(guide);
  return { ...rest, sections };
}

/** The guide's chapter in the manual of materials: situations, materials and what is asked. */
export function composeMaterialsChapter(guide: Guide): Guide {
  const sections = sectionsShown(MATERIALS_CHAPTER, 'whole').flatMap(
    (id) => guide.sections.find((each) => each.id === id) ?? [],
  );
  return { ...onPaper(guide), sections };
}

/** Blocks up to the first heading of details, facts and steps without their finer points. */
function shortened(blocks: readonly Block[]): Block[] {
  const heading = blocks.findIndex((block) => block.kind === 'heading');
  const shown = heading < 0 ? blocks : blocks.slice(0, heading);
  return shown.flatMap((block): Block[] => {
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
