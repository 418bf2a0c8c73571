import { parse } from 'yaml';
import type { Finding } from '../src/model/finding.ts';
import { kindOfPath } from '../src/model/kinds.ts';
import { listItems, type SchemaNode, schemaOf } from '../src/model/schema-node.ts';
import { mergePatch } from './patched-catalog.ts';

/** What a hint says to paste: the lines below its first; blank where it gives none. */
export function linesOf({ hint }: Finding): string {
  return hint?.zh.split('\n').slice(1).join('\n') ?? '';
}

/** The value with lines pasted where the hint says: in the entry of the finding, or at the top. */
export function pasted(value: unknown, { pointer, path, hint }: Finding, lines: string): unknown {
  const patch: unknown = parse(lines, { schema: 'core' });
  const steps = pointer.split('/').slice(1);
  const isInEntry = /写在“|^加一行/.test(hint?.zh.split('\n')[0] ?? '');
  const last = isInEntry ? steps.findLastIndex((step) => /^\d+$/.test(step)) : -1;
  const at = (
    node: unknown,
    [step, ...rest]: readonly string[],
    schema: SchemaNode | undefined,
  ): unknown => {
    if (step === undefined) return mergePatch(node, patch);
    if (Array.isArray(node)) {
      const rows = schema === undefined ? undefined : listItems(schema);
      return node.with(Number(step), at(node[Number(step)], rest, rows));
    }
    const map = node as Record<string, unknown>;
    const field = schema?.properties?.[step];
    const word = step in map ? step : (field?.['x-label'] ?? step);
    return { ...map, [word]: at(map[word], rest, field) };
  };
  return at(value, steps.slice(0, last + 1), schemaOf(kindOfPath(path) ?? 'item'));
}
