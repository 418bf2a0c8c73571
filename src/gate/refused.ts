import type { Catalog } from '../model/catalog.ts';
import type { Settings } from '../model/schema.gen.ts';
import type { Words } from '../model/words.ts';
import type { GateRuleId } from './rules.ts';

/** What the gate finds, before its level is known. */
export interface Refused {
  readonly rule: GateRuleId;
  readonly path: string;
  readonly pointer: string;
  readonly message: Words;
  readonly hint: Words;
  readonly citation?: string;
}

/** What changes are held against. */
export interface GateContext {
  /** The catalogue as it is now, without its items. */
  readonly catalog: Catalog;
  /** The settings as they were before: no change opens the gate for itself. */
  readonly settings: Settings;
}
