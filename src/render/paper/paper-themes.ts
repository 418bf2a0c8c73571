import { type Look, plainLook } from '../pdf/look.ts';
import { guideTheme, type Margins, MM, type Theme } from '../pdf/theme.ts';
import type { Sizes } from './paper-pdf.ts';

const A5 = { width: 419.53, height: 595.28 };

/** Forms on A4: room to write in, smaller in steps until they fit one page. */
export function formSizes(look: Look = plainLook): Sizes {
  const steps = [12, 11.5, 11, 10.5, 10, 9.5].map((body) => formTheme(body, look));
  return { steps, comfortable: formTheme(10.5, look) };
}

function formTheme(body: number, { margins, ...colours }: Look): Theme {
  /** 0 at the largest size, 1 at the smallest. */
  const tight = (12 - body) / 2.5;
  const mix = (loose: number, dense: number) => loose + (dense - loose) * tight;
  const edge = (loose: number, dense: number) => mix(loose, dense) * MM;
  return {
    ...guideTheme,
    ...colours,
    name: `form-${body}`,
    margins: margins ?? {
      top: edge(26, 18),
      right: edge(25, 20),
      bottom: edge(22, 16),
      left: edge(25, 20),
    },
    body,
    cell: body - 0.5,
    small: mix(9, 8.5),
    title: mix(24, 20),
    heading: body * 1.1,
    leading: mix(1.75, 1.5),
    cellLeading: mix(1.5, 1.35),
    paragraphGap: mix(4, 2),
    blockGap: mix(8, 5),
    sectionGap: mix(13, 8),
    cellPadY: mix(6.5, 3.5),
  };
}

/** The label of a document bag: A5. */
export function labelSizes({ margins: _, ...colours }: Look = plainLook): Sizes {
  const steps = [10, 9.5, 9, 8.5, 8].map((body) => labelTheme(body, colours));
  return { steps, comfortable: labelTheme(9, colours) };
}

function labelTheme(body: number, colours: Omit<Look, 'margins'>): Theme {
  const edge: Margins = { top: 12 * MM, right: 12 * MM, bottom: 11 * MM, left: 12 * MM };
  return {
    ...guideTheme,
    ...colours,
    name: `label-${body}`,
    page: A5,
    margins: edge,
    body,
    cell: body - 0.5,
    small: 8,
    title: 20,
    heading: body * 1.1,
    leading: 1.45,
    cellLeading: 1.3,
    paragraphGap: 2,
    blockGap: 4,
    sectionGap: 8,
    cellPadX: 4,
    cellPadY: 1.6 + (body - 8) * 1.3,
  };
}

/** A3 across: read standing in front of it. */
const A3_ACROSS = { width: 1190.55, height: 841.89 };

/** The notice board of a hall or department. */
export function boardSizes({ margins: _, ...colours }: Look = plainLook): Sizes {
  const steps = [15, 14, 13, 12, 11, 10.5].map((body) => boardTheme(body, colours));
  return { steps, comfortable: boardTheme(11.5, colours) };
}

function boardTheme(body: number, colours: Omit<Look, 'margins'>): Theme {
  return {
    ...guideTheme,
    ...colours,
    name: `board-${body}`,
    page: A3_ACROSS,
    margins: { top: 16 * MM, right: 16 * MM, bottom: 17 * MM, left: 16 * MM },
    body: body + 2,
    cell: body,
    small: 11,
    title: 34,
    cellLeading: 1.32,
    cellPadX: 5,
    cellPadY: 4,
    wholeTable: 0,
    code: 70,
  };
}
