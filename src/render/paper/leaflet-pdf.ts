import type { Leaflet } from '../../guide/paper/leaflet.ts';
import { type Fonts, SANS, SERIF } from '../pdf/fonts.ts';
import { describePrinted } from '../pdf/furniture.ts';
import { pageRoom } from '../pdf/page-place.ts';
import { type PageContent, paginate } from '../pdf/paginate.ts';
import type { Pen } from '../pdf/pen.ts';
import type { Place } from '../pdf/place.ts';
import { sectionsStrips } from '../pdf/sections.ts';
import { printSheet } from '../pdf/sheet.ts';
import { keptWhole, type Strip, spaced, strip } from '../pdf/strip.ts';
import { Tag } from '../pdf/structure.ts';
import { textStrips } from '../pdf/text-strips.ts';
import { guideTheme, MM, type Theme } from '../pdf/theme.ts';
import { coverCode } from './cover-code.ts';
import { LEAFLET, leafletThemes } from './leaflet-themes.ts';

/** A leaflet as PDF, and whether its panels hold everything. */
export interface LeafletPdf {
  readonly body: Uint8Array;
  readonly whole: boolean;
}

interface Panels {
  readonly theme: Theme;
  readonly root: Tag;
  /** The inner panels. */
  readonly flow: readonly PageContent[];
  readonly flap: readonly PageContent[];
  readonly cover: PageContent;
  readonly back: PageContent;
}

/** Panels inside. */
const INNER = 3;

/**
 * Makes a three-fold leaflet on two pages of A4 across: outside flap, back, cover; inside three
 * panels. It shrinks in steps until the text fits; what still does not is left to the guide.
 */
export function renderLeafletPdf(
  leaflet: Leaflet,
  fonts: Fonts,
  accent: Theme['accent'],
): LeafletPdf {
  const fitting = firstFitting(leaflet, fonts, accent);
  const whole = fitting !== undefined;
  const panels = fitting ?? shortened(leaflet, fonts, accent);
  const { theme, root, flow, cover, back } = panels;
  const at = (content: PageContent | undefined, shift: number): PageContent[] =>
    content === undefined ? [] : [{ ...content, shift: shift * MM }];
  const [left, middle, right] = LEAFLET.inside;
  const inside = [...at(flow[0], left), ...at(flow[1], middle), ...at(flow[2], right)];
  const [flap, rear, front] = LEAFLET.outside;
  const outside = [...at(cover, front), ...at(back, rear), ...at(panels.flap[0], flap)];
  const description = describePrinted({ ...leaflet, subtitle: leaflet.kind });
  const furnish = (pen: Pen, page: number) => foldMarks(pen, theme, page === 1);
  const body = printSheet({
    fonts,
    theme,
    root,
    pages: [outside, inside],
    description,
    furnish,
  });
  return { body, whole };
}

/** The panels in the largest size in which none runs over. */
function firstFitting(leaflet: Leaflet, fonts: Fonts, accent: Theme['accent']): Panels | undefined {
  for (const theme of leafletThemes) {
    const panels = layLeaflet(leaflet, fonts, { ...theme, ...(accent && { accent }) });
    if (fits(panels)) return panels;
  }
  return undefined;
}

/** Whether no panel runs over. */
function fits({ flow, flap }: Panels): boolean {
  return flow.length <= INNER && flap.length <= 1;
}

function layLeaflet(leaflet: Leaflet, fonts: Fonts, theme: Theme): Panels {
  const root = new Tag('Document');
  const front = panelPlace(fonts, theme, root.add('Sect'));
  const flow = panelPlace(fonts, theme, root.add('Sect'));
  const flap = panelPlace(fonts, theme, root.add('Sect'));
  const rear = panelPlace(fonts, theme, root.add('Sect'));
  const room = pageRoom(theme);
  const [cover] = paginate(coverStrips(leaflet, front), room);
  const foot = textStrips(
    rear,
    [{ text: leaflet.footer }],
    { size: theme.small, leading: 1.5, align: 'left', grey: theme.quiet },
    rear.tag.add('P'),
  );
  const [back] = paginate([...sectionsStrips(leaflet.back, rear), ...spaced(foot, 12)], room);
  const empty: PageContent = { placed: [], frames: [], bottom: 0 };
  return {
    theme,
    root,
    flow: paginate(sectionsStrips(leaflet.sections, flow), room),
    flap: paginate(sectionsStrips(leaflet.flap, flap), room),
    cover: cover ?? empty,
    back: back ?? empty,
  };
}

/** The smallest size with the sections that do not fit left out, and a line saying so. */
function shortened(leaflet: Leaflet, fonts: Fonts, accent: Theme['accent']): Panels {
  const smallest = leafletThemes.at(-1) ?? guideTheme;
  const theme = { ...smallest, ...(accent && { accent }) };
  const flap = leaflet.flap.filter((section) =>
    fits(layLeaflet({ ...leaflet, sections: [], flap: [section] }, fonts, theme)),
  );
  const outside = fits(layLeaflet({ ...leaflet, sections: [], flap }, fonts, theme))
    ? flap
    : flap.slice(0, 1);
  let kept: Leaflet['sections'] = [];
  for (const section of leaflet.sections) {
    const sections = [...kept, section, leaflet.rest];
    const panels = layLeaflet({ ...leaflet, sections, flap: outside }, fonts, theme);
    if (fits(panels)) kept = [...kept, section];
  }
  const sections = [...kept, leaflet.rest];
  return layLeaflet({ ...leaflet, sections, flap: outside }, fonts, theme);
}

function panelPlace(fonts: Fonts, theme: Theme, tag: Tag): Place {
  const { layBlocks } = LEAFLET;
  const { margins } = theme;
  const width = LEAFLET.panel * MM - margins.left - margins.right;
  return {
    kit: { fonts, theme, layBlocks },
    x: margins.left,
    width,
    size: theme.body,
    indent: 2,
    tag,
  };
}

function coverStrips(leaflet: Leaflet, place: Place): Strip[] {
  const { theme } = place.kit;
  const { tag } = place;
  const line = (
    text: string,
    size: number,
    more: Partial<Parameters<typeof textStrips>[2]>,
    name: 'H1' | 'P' = 'P',
  ): Strip[] =>
    keptWhole(
      textStrips(
        place,
        text === '' ? [] : [{ text }],
        { size, leading: 1.45, align: 'center', balance: true, ...more },
        tag.add(name),
      ),
    );
  const facts = leaflet.highlights.flatMap((fact) => [
    ...spaced(line(fact.label, theme.small, { grey: theme.quiet }), 9),
    ...keptWhole(
      textStrips(
        place,
        fact.value,
        { size: theme.body * 1.35, leading: 1.3, align: 'center', face: SANS, balance: true },
        tag.add('P'),
      ),
    ),
  ]);
  const band = strip(10, (pen, y) => {
    const ink = theme.accent ?? theme.frameGrey;
    pen.ground(place.x, y, place.width, 5, ink);
    pen.ground(place.x, y + 6.5, place.width, 1, ink);
  });
  return [
    band,
    ...spaced(line(leaflet.department, theme.body * 1.1, {}), 26),
    ...spaced(line(leaflet.title, theme.title, { face: SERIF, weight: 0.028 }, 'H1'), 52),
    ...spaced(line(leaflet.kind, theme.body * 1.2, { face: SANS, grey: theme.quiet }), 6),
    ...spaced(line(leaflet.summary, theme.body, { leading: 1.7 }), 26),
    ...spaced(facts, 26),
    ...coverCode(leaflet.code, place),
  ];
}

/** Short dashed marks at both edges where the sheet is folded. */
function foldMarks(pen: Pen, { page, ruleGrey }: Theme, outside: boolean): void {
  const folds = outside ? LEAFLET.outside.slice(1) : LEAFLET.inside.slice(1);
  for (const fold of folds) {
    for (const [from, to] of [
      [4, 9],
      [11, 16],
      [page.height - 16, page.height - 11],
      [page.height - 9, page.height - 4],
    ]) {
      pen.rule(fold * MM, from ?? 0, fold * MM, to ?? 0, 0.5, ruleGrey);
    }
  }
}
