import type { Inline } from '../../guide/guide.ts';
import { xmlText } from '../../text/xml-text.ts';
import { guideTheme } from '../pdf/theme.ts';

/** Paragraphs and tables as WordprocessingML (ISO/IEC 29500), one below the other. */
export type Flow = string;

/** Sizes of the PDF guide, in half points. */
export const SIZE = {
  body: Math.round(guideTheme.body * 2),
  cell: Math.round(guideTheme.cell * 2),
  small: Math.round(guideTheme.small * 2),
  title: Math.round(guideTheme.title * 2),
  heading: Math.round(guideTheme.heading * 2),
} as const;

/** Points as the lengths of Word, twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);

/** Width of the text on the page, in twentieths of a point. */
export const TEXT_WIDTH = twips(
  guideTheme.page.width - guideTheme.margins.left - guideTheme.margins.right,
);
export const GREY = '4D4D4D';
export const RULE = '8C8C8C';
export const TINT = 'F1F1F1';

/** How a text is set. */
export interface Setting {
  readonly size: number;
  readonly sans?: boolean;
  readonly colour?: string;
  readonly strong?: boolean;
}

/** How a paragraph stands; lengths in twentieths of a point. */
export interface Standing {
  readonly left?: number;
  readonly hanging?: number;
  readonly firstLine?: number;
  readonly before?: number;
  readonly after?: number;
  /** Line distance in 240ths of the font's own. */
  readonly line?: number;
  readonly centred?: boolean;
  readonly keepNext?: boolean;
  /** Level of a heading in the outline, from 1. */
  readonly level?: 1 | 2;
  /** Whether a line runs at its left. */
  readonly ruled?: boolean;
}

/** What all parts of a document share: the addresses that its links lead to. */
export class Kit {
  readonly #links = new Map<string, string>();

  /** Addresses by the id that the text has for them. */
  get links(): readonly (readonly [id: string, href: string])[] {
    return [...this.#links].map(([href, id]) => [id, href]);
  }

  /** Runs of text; addresses on the web become links. */
  runs(text: readonly Inline[], setting: Setting): string {
    return text
      .map((inline) => {
        const run = runOf(inline, setting);
        const { href } = inline;
        if (href === undefined || !/^(?:https?|mailto|tel):/.test(href)) return run;
        const id = this.#links.get(href) ?? `link${this.#links.size + 1}`;
        this.#links.set(href, id);
        return `<w:hyperlink r:id="${id}">${run}</w:hyperlink>`;
      })
      .join('');
  }

  paragraph(text: readonly Inline[], setting: Setting, standing: Standing = {}): Flow {
    return `<w:p>${standingOf(standing)}${this.runs(text, setting)}</w:p>`;
  }
}

/** A plain text as runs. */
export function plainText(text: string): Inline[] {
  return [{ text }];
}

/** The properties of a run: fonts that Word and WPS have, 宋体 for text and 黑体 for headings. */
export function runProperties({ size, sans, colour, strong }: Setting, emphasis = false): string {
  const [latin, chinese] = sans === true ? ['Arial', '黑体'] : ['Times New Roman', '宋体'];
  return (
    `<w:rPr><w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${chinese}"/>` +
    (strong === true ? '<w:b/>' : '') +
    (emphasis ? '<w:i/>' : '') +
    (colour === undefined ? '' : `<w:color w:val="${colour}"/>`) +
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`
  );
}

function runOf({ text, strong, emphasis }: Inline, setting: Setting): string {
  const isStrong = strong === true || setting.strong === true;
  const properties = runProperties({ ...setting, strong: isStrong }, emphasis === true);
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`);
  return `<w:r>${properties}${lines.join('<w:br/>')}</w:r>`;
}

/** In the order of the schema, which Word insists on. */
function standingOf(standing: Standing): string {
  const { left = 0, hanging, firstLine, before = 0, after = twips(3), line = 330 } = standing;
  const first =
    hanging === undefined
      ? firstLine === undefined
        ? ''
        : ` w:firstLine="${firstLine}"`
      : ` w:hanging="${hanging}"`;
  return [
    '<w:pPr>',
    standing.level === undefined ? '' : `<w:pStyle w:val="Heading${standing.level}"/>`,
    standing.keepNext === true ? '<w:keepNext/>' : '',
    standing.ruled === true
      ? `<w:pBdr><w:left w:val="single" w:sz="6" w:space="6" w:color="${RULE}"/></w:pBdr>`
      : '',
    `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`,
    `<w:ind w:left="${left}"${first}/>`,
    standing.centred === true ? '<w:jc w:val="center"/>' : '',
    '</w:pPr>',
  ].join('');
}
