import type { Item } from '../../model/schema.gen.ts';
import { isPlaceholder } from '../../text/placeholders.ts';

/**
 * Whether a value says something: not blank, no placeholder, and for a list or map at least one
 * member that does. Numbers and yes/no always do. 详见附件 does only where a file is attached.
 */
export function isFilled(value: unknown, attached = false): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return !isPlaceholder(value, attached);
  if (Array.isArray(value)) return value.some((each) => isFilled(each, attached));
  if (typeof value === 'object') {
    return Object.values(value).some((each) => isFilled(each, attached));
  }
  return true;
}

/** Whether an item has a file that 详见附件 can mean: a form, a sample or a flow chart. */
export function hasAttachment(item: Item): boolean {
  const forms = item.materials?.some((each) => each.blank ?? each.sample) ?? false;
  return forms || item.flowchart !== undefined || item.result?.sample !== undefined;
}
