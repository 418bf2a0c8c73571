import { TreeBuilder } from './builder.ts';
import { PlaceBuilder } from './place-builder.ts';
import { Places } from './places.ts';
import { QuickReader } from './quick-reader.ts';
import { HandOver, handOver } from './quick-scalar.ts';
import type { Shape } from './shape.ts';
import type { TreeNode } from './tree.ts';
import { ValueBuilder } from './value-builder.ts';

/** What the quick reader never takes on: tabs, returns, several documents, directives. */
const BEYOND = /[^\n -~\u00a0-\u2027\u202a-\ufefe\uff00-\uffff]/;

/**
 * Reads the plain YAML that catalogue files are written in, some ten times faster than the full
 * reader. Undefined for anything else (anchors, tags, scalars over several lines, mistakes …):
 * then the full reader decides. Where this one answers, both give the same tree.
 */
export function quickTree(text: string): TreeNode | undefined {
  return attempt(text, () => new QuickReader(text, TREES).document(undefined) ?? undefined);
}

const TREES = new TreeBuilder(handOver);

/** The places of the text that was read last; which one that was, and as what. */
const PLACES = new Places();
let placed: { readonly text: string; readonly shape: Shape } | undefined;

const VALUES = new ValueBuilder(PLACES);
const PLACES_ALONE = new PlaceBuilder(PLACES);

/**
 * The value of a file with which nothing is wrong by its schema, without a tree: what `convert`
 * makes of `quickTree`. Undefined where either or the schema would have something to say.
 */
export function quickValue(text: string, shape: Shape): unknown {
  return attempt(text, () => {
    placed = undefined;
    PLACES.clear();
    const value = new QuickReader(text, VALUES).document(shape);
    placed = { text, shape };
    return value;
  });
}

/**
 * Where the values of a file stand, without a tree: what `convert` tells of `quickTree`. Undefined
 * where `convert` would leave something out, or hand over. They hold until the next text is read;
 * asked for the text that was read last, they are there already.
 */
export function quickPlaces(text: string, shape: Shape): Places | undefined {
  if (placed?.text === text && placed.shape === shape) return PLACES;
  return attempt(text, () => {
    placed = undefined;
    PLACES.clear();
    new QuickReader(text, PLACES_ALONE).document(shape);
    placed = { text, shape };
    return PLACES;
  });
}

function attempt<T>(text: string, read: () => T): T | undefined {
  if (BEYOND.test(text)) return undefined;
  try {
    return read();
  } catch (error) {
    if (error instanceof HandOver) return undefined;
    throw error;
  }
}
