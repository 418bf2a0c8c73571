import type { Block, Inline, PageGuide, QuoteBlock, Section } from '../guide.ts';
import type { SectionId } from '../sections.ts';
import { paragraph } from '../words.ts';

type Change = (blocks: readonly Block[], guide: PageGuide) => readonly Block[];

/** Sections that a page shows otherwise than paper does, in the guide's words all the same. */
const CHANGES: Readonly<Partial<Record<SectionId, Change>>> = {
  // What the power covers is for inspectors: it moves from the scope to the item's own data.
  scope: (blocks) => blocks.filter((each) => each.kind !== 'facts'),
  basics: (blocks, guide) => [
    ...blocks,
    ...blocksOf('scope', guide).filter(({ kind }) => kind === 'facts'),
  ],
  steps: (blocks, { page }) => {
    const said = blocks.some((block) => block.kind === 'steps' && block.total !== undefined);
    return said || page.limit === undefined ? blocks : [...blocks, paragraph(page.limit)];
  },
  basis: (blocks, guide) => quotedInPlace(blocks, blocksOf('quotes', guide)),
  related: (_, { page }) => [
    {
      kind: 'list',
      ordered: false,
      items: page.related.map((run) => [{ kind: 'paragraph', text: [run] }]),
    },
  ],
};

/** The blocks of a section of a page; none where the guide has no such section. */
export function pageBlocks(id: SectionId, guide: PageGuide): readonly Block[] {
  const blocks = blocksOf(id, guide);
  return blocks.length === 0 ? [] : (CHANGES[id]?.(blocks, guide) ?? blocks);
}

function blocksOf(id: SectionId, guide: PageGuide): readonly Block[] {
  return sectionOf(id, guide)?.blocks ?? [];
}

/** A section of a guide by its id; undefined where there is nothing to say. */
export function sectionOf(
  id: SectionId,
  { sections, appendix = [] }: PageGuide,
): Section | undefined {
  return [...sections, ...appendix].find((each) => each.id === id);
}

/**
 * Each law that is cited, with its article in full where the guide has it. Both follow the order
 * of the bases, so that of two articles cited alike the first goes to the first.
 */
function quotedInPlace(basis: readonly Block[], quotes: readonly Block[]): Block[] {
  const open = quotes.filter((each): each is QuoteBlock => each.kind === 'quote');
  return basis.flatMap((block) => {
    if (block.kind !== 'list') return [block];
    return block.items.flatMap((item): readonly Block[] => {
      const [first] = item;
      if (first?.kind !== 'paragraph') return item;
      const at = open.findIndex(({ cite }) => textOf(cite) === textOf(first.text));
      const [quote] = at < 0 ? [] : open.splice(at, 1);
      return quote === undefined ? item : [{ ...quote, cite: first.text }];
    });
  });
}

function textOf(runs: readonly Inline[]): string {
  return runs.map(({ text }) => text).join('');
}
