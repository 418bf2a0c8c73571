import type { Settings } from '../model/schema.gen.ts';
import { REACH } from './reach.gen.ts';

/** Where an article binds; what is left out binds everywhere. From data/citations.yaml. */
export interface Reach {
  /** Types of items. */
  readonly types?: readonly string[];
  /** Beginnings of the JSON pointers that it speaks of. */
  readonly fields?: readonly string[];
  /** Beginnings of region codes, and names of jurisdictions. */
  readonly place?: readonly string[];
}

const TABLE: Readonly<Record<string, Reach>> = REACH;

/** What a finding is about. */
export interface Bound {
  /** The item's type; undefined where the finding is about no item, or its type is not known. */
  readonly type: string | undefined;
  readonly pointer: string;
  readonly settings: Pick<Settings, 'region_code' | 'jurisdiction'>;
}

/**
 * Whether the article cited binds what the finding is about; what is not in the table (a standard,
 * an article named by the finding itself) is the citing rule's own affair.
 */
export function isWithinReach(citation: string, { type, pointer, settings }: Bound): boolean {
  const reach = Object.hasOwn(TABLE, citation) ? TABLE[citation] : undefined;
  if (reach === undefined) return true;
  if (reach.types !== undefined && type !== undefined && !reach.types.includes(type)) return false;
  if (reach.fields !== undefined && !reach.fields.some((each) => pointer.startsWith(each))) {
    return false;
  }
  const { region_code = '', jurisdiction = '' } = settings;
  return reach.place?.some((each) => each === jurisdiction || isIn(region_code, each)) ?? true;
}

function isIn(code: string, beginning: string): boolean {
  return /^\d+$/.test(beginning) && code.startsWith(beginning);
}
