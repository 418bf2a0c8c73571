import { TreeBuilder } from './builder.ts';
import { PlaceBuilder, type PlacedValue } from './placed-value.ts';
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
const VALUES = new ValueBuilder();
const PLACES = new PlaceBuilder();

/**
 * The value of a file with which nothing is wrong by its schema, without a tree: what `convert`
 * makes of `quickTree`. Undefined where either or the schema would have something to say.
 */
export function quickValue(text: string, shape: Shape): unknown {
  return attempt(text, () => new QuickReader(text, VALUES).document(shape));
}

/**
 * Where the values of a file stand, without a tree: what `convert` tells of `quickTree`. Undefined
 * where `convert` would leave something out, or hand over.
 */
export function quickPlaces(text: string, shape: Shape): PlacedValue | undefined {
  return attempt(text, () => new QuickReader(text, PLACES).document(shape));
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
