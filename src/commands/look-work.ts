import { type PackedPresent, packPresent, presentIn } from '../build/present.ts';
import type { StartWork } from '../model/crew.ts';

/** Prepares one who looks what is in a folder, given by its absolute path. */
export const startWork: StartWork<undefined, string, PackedPresent> = () => (out) =>
  packPresent(presentIn(out));
