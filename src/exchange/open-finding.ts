import { convert } from '../load/convert.ts';
import { parseYaml } from '../load/parse.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { type Kind, kindOfPath } from '../model/kinds.ts';
import { labelAt, schemaAt } from '../model/schema-node.ts';
import { valueAt } from '../model/texts.ts';
import { textOf } from './open-import.ts';
import type { OpenValue } from './open-values.ts';
import { entryOf, isFillable } from './read-filled.ts';

/** Findings about one value, which is where it is filled in. */
export interface OpenPlace {
  /** Path of the file below the catalogue's root. */
  readonly file: string;
  /** A JSON pointer with the keys of the schema. */
  readonly pointer: string;
  readonly findings: readonly Finding[];
  /** What the file says; undefined where it could not be read. */
  readonly value: unknown;
  /** The line of the file that the first finding is told at, where the value says nothing. */
  readonly line: string | undefined;
}

const LEVELS: Record<Severity, string> = { error: '错误', warning: '警告', info: '建议' };
const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** The gravest of some findings: 0 for an error. */
export function gravity(findings: readonly Finding[]): number {
  return Math.min(...findings.map(({ severity }) => ORDER.indexOf(severity)));
}

/** A row to fill in for all that was found about a value. */
export function openOfFindings({ file, pointer, findings, value, line }: OpenPlace): OpenValue {
  const kind = kindOfPath(file);
  const current = textOf(valueAt(value, pointer));
  const schema = kind === undefined ? undefined : schemaAt(kind, pointer);
  const choices = schema?.type === 'boolean' ? ['是', '否'] : schema?.enum;
  const hints = findings.map(({ hint, citation }) => {
    return [hint?.zh, citation].filter((words) => words !== undefined).join('\n依据：');
  });
  return {
    ...{ file, pointer, name: nameOf(file, pointer, value) },
    field: kind === undefined || pointer === '' ? '' : labelAt(kind, pointer),
    original: current === '' ? writtenIn(line, kind, pointer) : current,
    need: joined(findings.map(({ message }) => message.zh)),
    current,
    told: {
      line: findings[0]?.span.line ?? 1,
      level: LEVELS[ORDER[gravity(findings)] ?? 'info'],
      hint: joined(hints),
    },
    isClosed: kind === undefined || !isFillable(kind, pointer, value),
    ...(choices === undefined ? {} : { choices }),
  };
}

/** What the line says behind the key of a value that could not be read; blank for another line. */
function writtenIn(line: string | undefined, kind: Kind | undefined, pointer: string): string {
  if (line === undefined || kind === undefined || pointer === '') return (line ?? '').trim();
  const keys = [pointer.split('/').at(-1) ?? '', labelAt(kind, pointer)];
  return keys.some((key) => line.includes(key)) ? line.trim() : '';
}

function joined(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join('\n');
}

/** What the file is called, and the entry of a list that the value is in. */
function nameOf(file: string, pointer: string, value: unknown): string {
  const kind = kindOfPath(file);
  const own = nameIn(value) ?? file.replace(/^.*\/|\.ya?ml$/g, '');
  const entry = /^.*\/(\d+)(?=\/|$)/.exec(pointer);
  if (kind === undefined || entry === null) return own;
  const [above, index = ''] = entry;
  const inner = nameIn(valueAt(value, above));
  const which = inner === undefined ? `第${Number(index) + 1}项` : `“${inner}”`;
  return `${own}，${labelAt(kind, above)}${which}`;
}

function nameIn(value: unknown): string | undefined {
  const { name, title } = Object(value) as { readonly name?: unknown; readonly title?: unknown };
  const own = name ?? title;
  return typeof own === 'string' && own !== '' ? own : undefined;
}

/** Where the lines are to be written that a hint gives; undefined for a hint that gives none. */
export function placeOfHint({ path, pointer, hint }: Finding): string | undefined {
  const kind = kindOfPath(path);
  const [lead = '', ...lines] = hint?.zh.split('\n') ?? [];
  if (kind === undefined || lines.length === 0 || !lead.endsWith('：')) return undefined;
  // The lines of other hints are for the top of the file.
  const entry = /写在“|^加一行/.test(lead) ? entryOf(pointer) : '';
  const { tree } = parseYaml('', lines.join('\n'));
  const schema = schemaAt(kind, entry);
  if (tree === undefined || schema === undefined) return undefined;
  let at = '';
  let node = convert(tree, schema, () => {});
  while (typeof node === 'object' && node !== null && !Array.isArray(node)) {
    const [only, ...more] = Object.entries(node);
    if (only === undefined || more.length > 0) break;
    at += `/${only[0]}`;
    node = only[1];
  }
  return at === '' ? undefined : entry + at;
}
