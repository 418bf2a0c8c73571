import { fieldDoc } from '../model/field-doc.ts';
import { type Kind, kindOfPath } from '../model/kinds.ts';
import { listItems, type SchemaNode, schemaOf } from '../model/schema-node.ts';
import type { Source } from '../model/source.ts';
import { say, type Words } from '../model/words.ts';
import { pasteExample } from './paste-examples.ts';

/** The key of a field on the way to a value, and whether the value is one entry of its list. */
interface Step {
  readonly word: string;
  readonly label: string;
  readonly pointer: string;
  readonly schema: SchemaNode | undefined;
  /** From 0; undefined where the field itself is meant. */
  readonly entry: number | undefined;
}

/**
 * What to write where something is missing at a JSON pointer: the lines as they are pasted, keys in
 * the language of the file, from the outermost list entry on. `lead` says what is to be done.
 */
export function paste(source: Source, pointer: string, lead: Words, value?: unknown): Words {
  const kind = kindOfPath(source.path) ?? 'item';
  const [, list, entry] = /^(.+)\/(\d+)$/.exec(pointer) ?? [];
  // An entry that is not there yet is one more of its list.
  if (list !== undefined && entry !== undefined && !source.holds(pointer)) {
    const lines = paste(source, list, lead, [value ?? exampleAt(kind, pointer)]);
    if (entry === '0') return lines;
    return say(lines.zh.replace('：\n', '，加一项：\n'), lines.en.replace(':\n', ', one more:\n'));
  }
  const words = `${kind} ${source.spell('key', 'label')} ${pointer}`;
  const known = value === undefined ? pasted.get(words) : undefined;
  const { lines, where } = known ?? pastedAt(source, kind, pointer, value);
  if (known === undefined && value === undefined && isAlone(kind, pointer)) {
    if (pasted.size >= MOST_PASTED) pasted.clear();
    pasted.set(words, { lines, where });
  }
  return say(`${lead.zh}${where.zh}：\n${lines}`, `${lead.en}${where.en}:\n${lines}`);
}

interface Pasted {
  readonly lines: string;
  readonly where: Words;
}

/** Thousands of items lack the same fields; by kind of file, language of its keys and place. */
const pasted = new Map<string, Pasted>();
const MOST_PASTED = 2000;

/** Whether what is pasted is the field alone, whatever the file has besides. */
function isAlone(kind: Kind, pointer: string): boolean {
  return kind === 'item' && /^\/[^/]+$/.test(pointer);
}

function pastedAt(source: Source, kind: Kind, pointer: string, value: unknown): Pasted {
  const steps = stepsTo(source, kind, pointer);
  const last = steps.findLastIndex(({ entry }) => entry !== undefined);
  const own = steps.slice(last + 1);
  const short = shortIn(steps[last], source);
  const lines = [...short, linesOf(own, value ?? exampleAt(kind, pointer), source)].join('\n');
  const where = placeOf(steps.slice(0, last + 1), own, source);
  return { lines, where };
}

/** The line that an entry becomes which is written as a text alone, so that more can stand in it. */
function shortIn(step: Step | undefined, source: Source): string[] {
  const rows = step?.schema === undefined ? undefined : listItems(step.schema);
  const name = rows?.['x-shorthand'];
  if (step === undefined || name === undefined) return [];
  const [start, end] = source.range(step.pointer);
  const label = rows?.properties?.[name]?.['x-label'] ?? name;
  return start === end ? [] : [`${source.spell(name, label)}: ${source.text.slice(start, end)}`];
}

function exampleAt(kind: Kind, pointer: string): unknown {
  const own = kind === 'item' ? pasteExample(pointer) : undefined;
  return own ?? fieldDoc(kind, pointer)?.example ?? '…';
}

function stepsTo(source: Source, kind: Kind, pointer: string): Step[] {
  const steps: Step[] = [];
  let node: SchemaNode | undefined = schemaOf(kind);
  let path = '';
  for (const name of pointer.split('/').slice(1)) {
    path += `/${name}`;
    const before = steps.at(-1);
    if (/^\d+$/.test(name) && before !== undefined) {
      steps[steps.length - 1] = { ...before, entry: Number(name), pointer: path };
      node = node === undefined ? undefined : listItems(node);
      continue;
    }
    node = fieldOf(node, name);
    const label = node?.['x-label'] ?? name;
    steps.push({
      word: source.spell(name, label),
      label,
      pointer: path,
      schema: node,
      entry: undefined,
    });
  }
  return steps;
}

function fieldOf(node: SchemaNode | undefined, name: string): SchemaNode | undefined {
  const branches = [node, ...(node?.anyOf ?? [])];
  return branches.find((each) => each?.properties?.[name] !== undefined)?.properties?.[name];
}

/** In which entry, and below which key that is there already. */
function placeOf(entries: readonly Step[], own: readonly Step[], source: Source): Words {
  const inside = entries.map(({ label, entry = 0 }) => {
    return say(`“${label}”第 ${entry + 1} 项`, `entry ${entry + 1} of “${label}”`);
  });
  const there = own.slice(0, -1).filter(({ pointer }) => source.holds(pointer));
  const below = there.at(-1);
  const zh = inside.map((words) => words.zh).join('的');
  const en = inside.map((words) => words.en).join(', ');
  const known =
    below === undefined
      ? say('', '')
      : say(
          `（“${below.word}”已经有了，只加它里面的）`,
          ` (“${below.word}” is there: only what is in it)`,
        );
  const where = zh === '' ? say('', '') : say(`，写在${zh}里`, `, in ${en}`);
  return say(where.zh + known.zh, where.en + known.en);
}

function linesOf(own: readonly Step[], value: unknown, source: Source): string {
  const heads = own.slice(0, -1).flatMap((step, depth) => {
    const indent = '  '.repeat(depth);
    const next = own[depth + 1]?.pointer ?? '';
    const needed = neededIn(step, next, source).map((line) => `${indent}  ${line}`);
    return [`${indent}${step.word}:`, ...needed];
  });
  const last = own.at(-1);
  if (last === undefined) return '';
  const indent = '  '.repeat(own.length - 1);
  const lines = entryLines(last.word, value, last.schema, source);
  return [...heads, ...lines.map((line) => indent + line)].join('\n');
}

/** Lines for what a map must have besides, where it is not there yet. */
function neededIn({ pointer, schema }: Step, next: string, source: Source): string[] {
  if (source.holds(pointer)) return [];
  const names = (schema?.required ?? []).filter((name) => `${pointer}/${name}` !== next);
  return names.flatMap((name) => {
    const field = fieldOf(schema, name);
    const kind = kindOfPath(source.path) ?? 'item';
    const value = exampleAt(kind, `${pointer}/${name}`);
    return entryLines(source.spell(name, field?.['x-label'] ?? name), value, field, source);
  });
}

function entryLines(
  word: string,
  value: unknown,
  schema: SchemaNode | undefined,
  source: Source,
): string[] {
  if (typeof value !== 'object' || value === null) return [`${word}: ${scalar(value)}`];
  if (Array.isArray(value)) return listLines(word, value, schema, source);
  return [`${word}:`, ...mapLines(value, schema, source).map((line) => `  ${line}`)];
}

function listLines(
  word: string,
  list: readonly unknown[],
  schema: SchemaNode | undefined,
  source: Source,
): string[] {
  const rows = schema === undefined ? undefined : listItems(schema);
  if (list.every((each) => typeof each === 'string' && each.length < SHORT)) {
    return [`${word}: [${list.map(scalar).join(', ')}]`];
  }
  const entries = list.flatMap((each) => {
    if (typeof each !== 'object' || each === null) return [`  - ${scalar(each)}`];
    return mapLines(each, rows, source).map((line, at) => `  ${at === 0 ? '- ' : '  '}${line}`);
  });
  return [`${word}:`, ...entries];
}

function mapLines(map: object, schema: SchemaNode | undefined, source: Source): string[] {
  return Object.entries(map).flatMap(([name, value]) => {
    const field = fieldOf(schema, name);
    return entryLines(source.spell(name, field?.['x-label'] ?? name), value, field, source);
  });
}

/** Texts up to here stand in a list on one line. */
const SHORT = 13;

function scalar(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  const text = String(value);
  return /^[\d+.-]|[:#,[\]{}"]|^\s|\s$/.test(text) &&
    !/^\d{1,3}$|^https?:\S+$|^\d+[\p{Script=Han}]/u.test(text)
    ? JSON.stringify(text)
    : text;
}
