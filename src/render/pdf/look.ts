import type { PaperSettings } from '../../model/schema.gen.ts';
import type { Picture } from './picture.ts';
import { type Colour, type Margins, MM } from './theme.ts';

/** What a catalogue changes about the look of all its paper. */
export interface Look {
  /** Margins that replace a sheet's own. */
  readonly margins?: Margins;
  readonly accent?: Colour;
  readonly emblem?: Picture;
}

/** Nothing changed: black and white, each sheet's own margins. */
export const plainLook: Look = {};

/** Margins of official documents (GB/T 9704): 37, 26, 35 and 28 mm, clockwise from the top. */
const OFFICIAL: Margins = { top: 37 * MM, right: 26 * MM, bottom: 35 * MM, left: 28 * MM };

/** The look that a catalogue's settings ask for. */
export function lookOf(paper: PaperSettings | undefined): Look {
  const accent = paper?.colour === undefined ? undefined : colourOf(paper.colour);
  return {
    ...(paper?.margins === '公文' ? { margins: OFFICIAL } : {}),
    ...(accent === undefined ? {} : { accent }),
  };
}

function colourOf(hex: string): Colour | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return undefined;
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}
