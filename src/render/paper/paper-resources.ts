import type { Catalog } from '../../model/catalog.ts';
import type { Assets } from '../artifact.ts';
import type { RenderContext } from '../output.ts';
import { type Face, readFace } from '../pdf/face.ts';
import { addMissing, type Fonts, loadFonts, withOwnFaces } from '../pdf/fonts.ts';
import { type Look, lookOf } from '../pdf/look.ts';
import { readPicture } from '../pdf/picture.ts';

/** Files of the catalogue's `paper` settings that cannot be used, by setting. */
export type Unfit = { readonly key: 'serif' | 'sans' | 'emblem'; readonly path: string };

/** What all paper of a catalogue shares: its fonts, its look, and which of its files cannot be used. */
interface PaperResources {
  readonly fonts: Fonts;
  readonly look: Look;
  readonly unfit: readonly Unfit[];
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

/** Fonts and emblems named in the settings that are missing or cannot be read. */
export function unfitFiles(context: RenderContext): readonly Unfit[] {
  return context.catalog.settings.value.paper === undefined ? [] : paperResources(context).unfit;
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
  const unfit: Unfit[] = [];
  const take = <T>(key: Unfit['key'], read: (bytes: Uint8Array) => T | undefined) => {
    const path = paper[key];
    if (path === undefined) return undefined;
    const bytes = context.form(path);
    const value = bytes === undefined ? undefined : read(bytes);
    if (value === undefined) unfit.push({ key, path });
    return value;
  };
  const fonts = withOwnFaces(ownFonts(context), take('serif', faceOf), take('sans', faceOf));
  const emblem = take('emblem', readPicture);
  const look = { ...lookOf(paper), ...(emblem === undefined ? {} : { emblem }) };
  return { fonts, look, unfit };
}

function ownFonts({ assets }: RenderContext): Fonts {
  const known = fontsOf.get(assets) ?? loadFonts((name) => assets(`fonts/${name}`));
  fontsOf.set(assets, known);
  return known;
}

/** The face in a file; undefined when it is no static TrueType font. */
function faceOf(bytes: Uint8Array): Face | undefined {
  try {
    return readFace(bytes);
  } catch {
    return undefined;
  }
}
