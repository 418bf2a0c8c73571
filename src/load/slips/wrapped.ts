import type { Kind } from '../../model/kinds.ts';
import { textKindAt } from '../../model/text-fields.ts';
import type { Shape } from '../shape.ts';

const OPEN = '“”„‟＂‘’「『';
const CLOSE = '“”＂‘’」』';
const WRAPPED = new RegExp(`^[${OPEN}"'][^${OPEN}${CLOSE}]+[${CLOSE}"']$`);

/** Whether a value stands in quotes of Chinese input, where YAML has its own or none. */
export function isWrapped(value: string): boolean {
  return WRAPPED.test(value) && /^[^"']|[^"']$/.test(value);
}

/** Whether quotes around the value of a field are never part of it: names, codes, numbers. */
export function takesBareText(shape: Shape | undefined, kind: Kind): boolean {
  if (shape === undefined) return false;
  const { type, enum: allowed, format, pattern } = shape.branch(false).schema;
  if (type !== undefined && type !== 'string') return type !== 'object';
  const isCoded = allowed !== undefined || format !== undefined || pattern !== undefined;
  if (isCoded || shape.isCoded) return true;
  return BARE.has(textKindAt(kind, shape.pointer));
}

const BARE: ReadonlySet<string> = new Set(['name', 'code', 'contact']);
