import type { Output, Renderer } from '../output.ts';

type HallPapers = typeof import('./hall-papers.ts');

/** Sheets of one item each, made when they are asked for. */
const PIECE = { usual: false, medium: 'paper', scope: 'item', traditional: false } as const;

/** Pieces of a hall, made of all items. */
const HALL = { ...PIECE, scope: 'catalogue' } as const;

/** An output of the hall's pieces: prepared from its module when it is asked for. */
function hallOutput(prepare: (papers: HallPapers) => HallPapers[keyof HallPapers]) {
  return {
    ...HALL,
    links: () => [],
    prepare: async (context): Promise<Renderer> =>
      prepare(await import('./hall-papers.ts'))(context),
  } as const satisfies Output;
}

/** Paper that is made when it is asked for: one entry each. */
export const PAPER_OUTPUTS = {
  brief: {
    ...PIECE,
    links: () => [{ label: '办事指南简版（PDF）', href: 'brief.pdf' }],
    prepare: async (context): Promise<Renderer> =>
      (await import('./item-papers.ts')).briefPdfs(context),
  },
  large: {
    ...PIECE,
    links: () => [{ label: '办事指南大字版（PDF）', href: 'large.pdf' }],
    prepare: async (context): Promise<Renderer> =>
      (await import('./item-papers.ts')).largePdfs(context),
  },
  leaflet: {
    ...PIECE,
    links: () => [{ label: '办事折页（PDF）', href: 'leaflet.pdf' }],
    prepare: async (context): Promise<Renderer> =>
      (await import('./item-papers.ts')).leafletPdfs(context),
  },
  label: {
    ...PIECE,
    links: () => [],
    prepare: async (context): Promise<Renderer> =>
      (await import('./item-papers.ts')).formPdfs('label', context),
  },
  walkthrough: {
    ...PIECE,
    links: () => [],
    prepare: async (context): Promise<Renderer> =>
      (await import('./item-papers.ts')).formPdfs('walkthrough', context),
  },
  handbook: hallOutput((papers) => papers.handbookPdfs),
  board: hallOutput((papers) => papers.boardPdfs),
  routing: hallOutput((papers) => papers.routingPdfs),
  plate: hallOutput((papers) => papers.platePdfs),
  screen: {
    ...HALL,
    medium: 'screen',
    links: () => [],
    prepare: async (context): Promise<Renderer> =>
      (await import('./screen-html.ts')).screenPages(context),
  },
} as const satisfies Record<string, Output>;
