import type { CodeBlock, Fact, Guide, Section } from '../guide.ts';
import { LEAFLET, sectionsShown } from '../orders.ts';
import { paragraph } from '../words.ts';
import { composeBrief } from './brief.ts';
import type { About } from './printed.ts';

/** A three-fold leaflet: a cover, what runs over the inner panels, and the back. */
export interface Leaflet {
  readonly title: string;
  readonly department: string;
  readonly summary: string;
  readonly highlights: readonly Fact[];
  /** Run over the three inner panels. */
  readonly sections: readonly Section[];
  /** What can be read before the leaflet is opened wide. */
  readonly flap: readonly Section[];
  readonly back: readonly Section[];
  readonly footer: string;
  /** What kind of paper this is: 办事折页. */
  readonly kind: string;
  /** Stands before the headings of sections that the panels cannot hold. */
  readonly rest: Section;
  readonly code?: CodeBlock;
  readonly about: About;
}

type LeafletPlace = (typeof LEAFLET)[keyof typeof LEAFLET];

/** Places that take a section as the notice sheet has it: its lines fit a narrow panel. */
const FROM_NOTICE: ReadonlySet<LeafletPlace> = new Set(['inside notice', 'back notice'] as const);

/** Composes the leaflet of an item from its guide, so that both say the same. */
export function composeLeaflet(guide: Guide): Leaflet {
  const brief = composeBrief(guide);
  const pick = (...places: readonly LeafletPlace[]): Section[] =>
    sectionsShown(LEAFLET, ...places).flatMap((id) => {
      const short = [...brief.sections, ...guide.sections];
      const from = FROM_NOTICE.has(LEAFLET[id]) ? guide.notice.sections : short;
      return from.find((each) => each.id === id) ?? [];
    });
  const { version, reviewed, effective, catalogue, path } = guide.provenance;
  const date = reviewed ?? effective;
  const { code } = guide.notice;
  return {
    title: guide.title,
    department: guide.department.name,
    summary: guide.summary,
    highlights: guide.highlights,
    sections: pick('inside', 'inside notice'),
    flap: pick('flap'),
    back: pick('back notice'),
    footer: guide.notice.footer,
    kind: '办事折页',
    rest: {
      id: 'rest',
      heading: '更多内容',
      blocks: [
        paragraph(
          code === undefined
            ? '下面这些内容折页上放不下，请看办事指南。'
            : '下面这些内容折页上放不下，请扫封面的二维码看办事指南。',
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
