import type { Catalog } from '../../model/catalog.ts';
import type { Assets } from '../artifact.ts';
import type { RenderContext } from '../output.ts';
import { addMissing, type Fonts, loadFonts, withOwnFaces } from '../pdf/fonts.ts';
import { type Look, lookOf } from '../pdf/look.ts';
import { readPaperFiles } from './paper-files.ts';

/** What all paper of a catalogue shares: its fonts and its look. */
interface PaperResources {
  readonly fonts: Fonts;
  readonly look: Look;
}

const fontsOf = new WeakMap<Assets, Fonts>();
const resourcesOf = new WeakMap<Catalog, PaperResources>();

/** The fonts, parsed once for all outputs of a catalogue. */
export function sharedFonts(context: RenderContext): Fonts {
  return paperResources(context).fonts;
}

/** The look, read once for all outputs of a catalogue. */
export function sharedLook(context: RenderContext): Look {
  return paperResources(context).look;
}

/** Characters of any string in `value` that the fonts do not have, each once. */
export function missingIn(fonts: Fonts, value: unknown): string[] {
  const missing = new Set<string>();
  addMissingIn(fonts, value, missing);
  return [...missing];
}

function addMissingIn(fonts: Fonts, value: unknown, missing: Set<string>): void {
  if (typeof value === 'string') addMissing(fonts, value, missing);
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) addMissingIn(fonts, part, missing);
  }
}

function paperResources(context: RenderContext): PaperResources {
  const known = resourcesOf.get(context.catalog) ?? readResources(context);
  resourcesOf.set(context.catalog, known);
  return known;
}

function readResources(context: RenderContext): PaperResources {
  const { paper = {} } = context.catalog.settings.value;
  const { serif, sans, emblem } = readPaperFiles(paper, context.form);
  const fonts = withOwnFaces(ownFonts(context), serif, sans);
  const look = { ...lookOf(paper), ...(emblem === undefined ? {} : { emblem }) };
  return { fonts, look };
}

function ownFonts({ assets }: RenderContext): Fonts {
  const known = fontsOf.get(assets) ?? loadFonts((name) => assets(`fonts/${name}`));
  fontsOf.set(assets, known);
  return known;
}
