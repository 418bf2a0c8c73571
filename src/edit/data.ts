import { unescapeStep } from '../load/shape.ts';

/** What is to be changed in a value, by JSON pointers with the keys of the schema. */
export type Edit =
  | { readonly op: 'set'; readonly pointer: string; readonly value: unknown }
  | { readonly op: 'insert'; readonly pointer: string; readonly value: unknown }
  | { readonly op: 'delete'; readonly pointer: string };

type Node = Record<string, unknown> | unknown[];

/**
 * Plain data with one edit made; undefined where the pointer leads nowhere. Maps and lists that
 * are missing on the way are made; those that a deletion leaves empty go too.
 */
export function editData(data: unknown, edit: Edit): unknown {
  const steps = edit.pointer.split('/').slice(1).map(unescapeStep);
  if (steps.length === 0) return undefined;
  return edit.op === 'delete' ? without(data, steps) : changed(data, steps, edit);
}

function changed(
  data: unknown,
  [step = '', ...rest]: readonly string[],
  edit: Edit & { readonly value: unknown },
): unknown {
  const node = copyOf(data, step);
  const isLast = rest.length === 0;
  if (Array.isArray(node)) {
    const at = Number(step);
    if (!/^\d+$/.test(step) || at > node.length) return undefined;
    if (isLast && edit.op === 'insert') node.splice(at, 0, edit.value);
    else {
      const value = isLast ? edit.value : changed(node[at], rest, edit);
      if (value === undefined) return undefined;
      node[at] = value;
    }
    return node;
  }
  if (isLast && edit.op === 'insert') return undefined;
  const value = isLast ? edit.value : changed(node[step], rest, edit);
  return value === undefined ? undefined : { ...node, [step]: value };
}

/** A copy that may be changed; a list or map anew where there is a text or nothing. */
function copyOf(data: unknown, step: string): Node {
  if (Array.isArray(data)) return [...data];
  if (typeof data === 'object' && data !== null) return { ...data };
  return step === '0' ? [] : {};
}

function without(data: unknown, [step = '', ...rest]: readonly string[]): unknown {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, step)) return undefined;
  const node = copyOf(data, step);
  const inner = (data as Record<string, unknown>)[step];
  const left = rest.length === 0 ? {} : without(inner, rest);
  if (left === undefined) return undefined;
  if (!isEmpty(left)) {
    if (Array.isArray(node)) node[Number(step)] = left;
    else node[step] = left;
  } else if (Array.isArray(node)) node.splice(Number(step), 1);
  else delete node[step];
  return node;
}

/** Whether a map or list has nothing in it. */
export function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
