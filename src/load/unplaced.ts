import type { Entry } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Words } from '../model/words.ts';
import { loadFinding } from './findings.ts';
import type { LoadRuleId } from './rules.ts';

/** What is wrong in a file before it is looked up where that stands. */
export interface Unplaced {
  readonly rule: LoadRuleId;
  readonly path: string;
  readonly pointer: string;
  readonly message: Words;
  readonly hint: Words;
}

/** The finding in its file. */
export function placeAt(unplaced: Unplaced, { source }: Entry<unknown>): Finding {
  const { rule, path, pointer, message, hint } = unplaced;
  return loadFinding(rule, path, { pointer, span: source.locate(pointer) }, message, hint);
}
