import type { Block, Section } from '../../guide/guide.ts';
import type { Leaflet } from '../../guide/paper/leaflet.ts';
import type { Fonts } from '../pdf/fonts.ts';
import { pageRoom } from '../pdf/page-place.ts';
import { type PageContent, paginate } from '../pdf/paginate.ts';
import type { Place } from '../pdf/place.ts';
import { sectionsStrips } from '../pdf/sections.ts';
import { spaced } from '../pdf/strip.ts';
import { Tag } from '../pdf/structure.ts';
import { textStrips } from '../pdf/text-strips.ts';
import { guideTheme, MM, type Theme } from '../pdf/theme.ts';
import { coverStrips } from './leaflet-cover.ts';
import { LEAFLET, leafletThemes } from './leaflet-themes.ts';

/** What stands on the panels, each part as many panels as it takes. */
export interface Panels {
  readonly theme: Theme;
  readonly root: Tag;
  /** The inner panels. */
  readonly flow: readonly PageContent[];
  readonly flap: readonly PageContent[];
  readonly cover: readonly PageContent[];
  readonly back: readonly PageContent[];
}

/** Panels inside. */
const INNER = 3;

/** Sizes of the cover's title and blanks that are tried. */
const COVERS = [1, 0.7, 0.45, 0.2];

/**
 * The panels in the largest size that holds everything; what runs over inside goes to the flap.
 * When even the smallest does not hold it, sections are left out and named: `left`.
 */
export function layPanels(
  leaflet: Leaflet,
  fonts: Fonts,
  accent: Theme['accent'],
): Panels & { readonly left: readonly string[] } {
  for (const each of leafletThemes) {
    const theme = { ...each, ...(accent && { accent }) };
    const panels = layLeaflet(leaflet, fonts, theme);
    if (fits(panels)) return { ...panels, left: [] };
  }
  const smallest = leafletThemes.at(-1) ?? guideTheme;
  return shortened(leaflet, fonts, { ...smallest, ...(accent && { accent }) });
}

/** Whether no panel runs over. */
function fits({ flow, flap, cover, back }: Panels): boolean {
  return flow.length <= INNER && [flap, cover, back].every(({ length }) => length <= 1);
}

/** One size, with as many of the last sections on the flap as inner panels have no room for. */
function layLeaflet(leaflet: Leaflet, fonts: Fonts, theme: Theme): Panels {
  let panels = laySections(leaflet, leaflet.sections.length, fonts, theme);
  for (let inside = leaflet.sections.length - 1; inside > 0; inside -= 1) {
    if (panels.flow.length <= INNER || panels.flap.length > 1) break;
    panels = laySections(leaflet, inside, fonts, theme);
  }
  return panels;
}

/** The first `inside` sections inside, the others before what the flap has of its own. */
function laySections(leaflet: Leaflet, inside: number, fonts: Fonts, theme: Theme): Panels {
  const root = new Tag('Document');
  const room = pageRoom(theme);
  const place = () => panelPlace(fonts, theme, root.add('Sect'));
  const cover = layCover(leaflet, fonts, theme, root);
  const flow = sectionsStrips(leaflet.sections.slice(0, inside), place());
  const flap = sectionsStrips([...leaflet.sections.slice(inside), ...leaflet.flap], place());
  const rear = place();
  const style = { size: theme.small, leading: 1.5, align: 'left', grey: theme.quiet } as const;
  const foot = textStrips(rear, [{ text: leaflet.footer }], style, rear.tag.add('P'));
  const back = [...sectionsStrips(leaflet.back, rear), ...spaced(foot, 12)];
  return {
    theme,
    root,
    cover,
    flow: paginate(flow, room),
    flap: flap.length === 0 ? [] : paginate(flap, room),
    back: paginate(back, room),
  };
}

function layCover(leaflet: Leaflet, fonts: Fonts, theme: Theme, root: Tag): PageContent[] {
  const room = pageRoom(theme);
  let cover: PageContent[] = [];
  const tag = root.add('Sect');
  for (const scale of COVERS) {
    tag.children.length = 0;
    cover = paginate(coverStrips(leaflet, panelPlace(fonts, theme, tag), scale), room);
    if (cover.length === 1) break;
  }
  return cover;
}

/**
 * The sections that fit, with the headings of the others instead of them; what to bring goes
 * first. A cover or back that runs over sends what it says inside.
 */
function shortened(
  whole: Leaflet,
  fonts: Fonts,
  theme: Theme,
): Panels & { readonly left: readonly string[] } {
  const leaflet = lightened(whole, laySections(whole, 0, fonts, theme));
  const all = [...leaflet.sections, ...leaflet.flap];
  const lay = (kept: readonly Section[]) => {
    const left = all.filter((section) => !kept.includes(section));
    const sections = leaflet.sections.filter((section) => kept.includes(section));
    const flap = leaflet.flap.filter((section) => kept.includes(section));
    const rest = left.length === 0 ? [] : [restSection(leaflet.rest, left)];
    const panels = layLeaflet({ ...leaflet, sections: [...sections, ...rest], flap }, fonts, theme);
    return { ...panels, left: left.map(({ heading }) => heading) };
  };
  const isFirst = (section: Section) => section.id === 'materials' || section.heading === '';
  let kept: readonly Section[] = [];
  for (const section of [...all.filter(isFirst), ...all.filter((each) => !isFirst(each))]) {
    const more = [...kept, section];
    if (fits(lay(more))) kept = more;
  }
  return lay(kept);
}

/** The leaflet with the summary and the places inside, where cover and back have no room. */
function lightened(leaflet: Leaflet, { cover, back }: Panels): Leaflet {
  const summary: Section = {
    id: 'summary',
    heading: '',
    blocks: [{ kind: 'paragraph', text: [{ text: leaflet.summary }] }],
  };
  return {
    ...leaflet,
    ...(cover.length > 1 ? { summary: '' } : {}),
    ...(back.length > 1 ? { back: [] } : {}),
    sections: [
      ...(cover.length > 1 ? [summary] : []),
      ...leaflet.sections,
      ...(back.length > 1 ? leaflet.back : []),
    ],
  };
}

/** The words about what is left out, with a list of its headings. */
function restSection(rest: Section, left: readonly Section[]): Section {
  const items = left.map(({ heading }): Block[] => [
    { kind: 'paragraph', text: [{ text: heading }] },
  ]);
  return { ...rest, blocks: [...rest.blocks, { kind: 'list', ordered: false, items }] };
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
