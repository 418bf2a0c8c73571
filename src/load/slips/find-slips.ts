import type { Kind } from '../../model/kinds.ts';
import { schemaOf } from '../../model/schema-node.ts';
import { shapeOf } from '../shape.ts';
import { SlipReader } from './reader.ts';
import type { Slip } from './slip.ts';

/** Slips of the pen in how a file is written, in the order of its text. */
export function findSlips(text: string, kind: Kind): Slip[] {
  return new SlipReader(text, kind, shapeOf(schemaOf(kind))).read();
}

/**
 * What a file that reads well may have lost: text behind ` #`, and lists and quotes as Chinese input
 * has them.
 */
const SUSPECT = /[ \t]#[^\s#]|: [“‘「『【［]|: \[[^\]\n]*[，、；]/;

/** Whether a file that reads well has to be looked at for slips all the same. */
export function maySlip(text: string): boolean {
  return SUSPECT.test(text);
}
