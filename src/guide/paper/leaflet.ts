import type { Block, CodeBlock, Fact, Guide, Section } from '../guide.ts';
import { paragraph } from '../words.ts';
import { composeBrief } from './brief.ts';
import type { About } from './printed.ts';

/** A three-fold leaflet: a cover, what runs over the inner panels, and the back. */
export interface Leaflet {
  readonly title: string;
  readonly department: string;
  readonly summary: string;
  readonly highlights: readonly Fact[];
  /** Run over the three inner panels and the flap. */
  readonly sections: readonly Section[];
  readonly back: readonly Section[];
  readonly footer: string;
  /** What kind of paper this is: 办事折页. */
  readonly kind: string;
  /** Stands for the sections that the panels can not hold. */
  readonly rest: Section;
  readonly code?: CodeBlock;
  readonly about: About;
}

/** Composes the leaflet of an item from its guide, so that both say the same. */
export function composeLeaflet(guide: Guide): Leaflet {
  const brief = composeBrief(guide);
  const pick = (ids: readonly string[]): Section[] =>
    ids.flatMap(
      (id) => [...brief.sections, ...guide.sections].find((each) => each.id === id) ?? [],
    );
  const [materials] = guide.notice.sections.filter((each) => each.id === 'materials');
  const [flow] = guide.notice.sections.filter((each) => each.id === 'steps');
  const [where] = guide.notice.sections.filter((each) => each.id === 'where');
  const { version, reviewed, effective, catalogue, path } = guide.provenance;
  const date = reviewed ?? effective;
  const { code } = guide.notice;
  return {
    title: guide.title,
    department: guide.department.name,
    summary: guide.summary,
    highlights: guide.highlights,
    sections: [
      ...pick(['situations', 'conditions']).map(withoutBasis),
      ...(materials === undefined ? [] : [materials]),
      ...(flow === undefined ? [] : [flow]),
      ...pick(['fees', 'result', 'faq', 'notes']),
    ],
    back: where === undefined ? [] : [where],
    footer: guide.notice.footer,
    kind: '办事折页',
    rest: {
      id: 'rest',
      heading: '更多内容',
      blocks: [
        paragraph(
          code === undefined
            ? '折页上没有写完的内容，请看办事指南。'
            : '折页上没有写完的内容，请扫封面的二维码看办事指南。',
        ),
      ],
    },
    ...(code === undefined ? {} : { code }),
    about: {
      lang: guide.lang,
      author: guide.department.name,
      subject: [catalogue, version, path].filter((part) => part !== '').join(' '),
      ...(date === undefined ? {} : { date }),
    },
  };
}

/** A section without the lines that name the law of each entry. */
function withoutBasis(section: Section): Section {
  return { ...section, blocks: section.blocks.map(plainer) };
}

function plainer(block: Block): Block {
  if (block.kind !== 'list') return block;
  const isBasis = (each: Block): boolean =>
    each.kind === 'paragraph' && each.text[0]?.text.startsWith('依据：') === true;
  return { ...block, items: block.items.map((item) => item.filter((each) => !isBasis(each))) };
}
