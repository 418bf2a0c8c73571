import type { Span } from '../model/finding.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { say, type Words } from '../model/words.ts';
import type { Complaint } from './convert.ts';
import { type Fault, unmended } from './fault.ts';
import { cut, loadFinding, quoted } from './findings.ts';
import { meantValue } from './meant/meant-value.ts';
import { fullWidthColon } from './parse.ts';
import { scalarText } from './slips/quote-text.ts';
import { lineOf } from './slips/tell-slips.ts';
import type { YamlSource } from './source.ts';

const SHAPES: Record<string, Words> = {
  object: say('“键: 值”，一行一个', 'keys with values'),
  array: say('列表，每行以“- ”开头', 'a list, each entry after “- ”'),
  integer: say('整数，只写数字', 'a whole number in digits'),
  number: say('数字', 'a number'),
  boolean: say('“是”或“否”', '是 or 否'),
  string: say('一段文字', 'a text'),
};

/** Says what shape a value takes that has another one. */
export function describeShape(
  source: YamlSource,
  place: { pointer: string; span: Span },
  complaint: Complaint & { what: 'wrong-shape' },
  label: string,
): Fault {
  const { schema, text, got, at } = complaint;
  const colon = /^([^\s：]+)：/.exec(text);
  if (schema.type === 'object' && colon !== null)
    return unmended(fullWidthColon(source.path, colon[1] ?? '', place));
  const shape = shapeOf(schema);
  const was = text === '' ? GOT[got] : say(quoted(text), quoted(text));
  const message = say(
    `${label}应为${shape.zh}，这里是${was.zh}`,
    `${label} takes ${shape.en}, not ${was.en}`,
  );
  const word = /\/\d+$/.test(place.pointer) ? undefined : source.keyOf(place.pointer);
  const meant = got === 'scalar' ? meantValue(text, schema) : undefined;
  if (meant === undefined) {
    const hint = got === 'scalar' ? rewritten(source, schema, text, word) : undefined;
    return unmended(loadFinding('wrong-shape', source.path, place, message, hint));
  }
  const said =
    schema.type === 'boolean' ? source.spell(SAID[meant.text] ?? '', meant.text) : meant.text;
  const value = scalarText(source.text.slice(at[0], at[1]), said);
  const finding = loadFinding('wrong-shape', source.path, place, message, lineOf(word, value));
  return { finding, edits: [{ start: at[0], end: at[1], text: value }], sure: meant.sure };
}

const SAID: Readonly<Record<string, string>> = { 是: 'true', 否: 'false' };

/** How what was written may have been meant; undefined when it cannot be told. */
function rewritten(
  source: YamlSource,
  schema: SchemaNode,
  text: string,
  word: string | undefined,
): Words | undefined {
  if (/^\d{16,}$/.test(text.trim()))
    return say('数太大了，核对位数', 'too large: count its digits');
  const { type } = schema;
  if (type === 'array') return asList(schema, text, word);
  if (type === 'object') return withKeys(source, schema, word);
  if (type === 'boolean') return say('只写“是”或“否”', 'write 是 or 否');
  if (type !== 'integer' && type !== 'number') return undefined;
  return say('只写数字，例如 1', 'digits only, e.g. 1');
}

/** A text as the one entry of a list. */
function asList({ items }: SchemaNode, text: string, word: string | undefined): Words {
  const short = items?.['x-shorthand'] !== undefined || items?.type !== 'object';
  const key = items?.required?.[0] ?? Object.keys(items?.properties ?? {})[0] ?? '';
  const entry = `- ${short ? '' : `${key}: `}${cut(text)}`;
  const lines = word === undefined ? entry : `${word}:\n  ${entry}`;
  return say(`写成：\n${lines}`, `write:\n${lines}`);
}

/** Keys that a map may have. */
function withKeys(
  source: YamlSource,
  { properties = {} }: SchemaNode,
  word: string | undefined,
): Words {
  const [first = ''] = Object.entries(properties).map(([name, { 'x-label': label = name }]) =>
    source.spell(name, label),
  );
  const names = Object.entries(properties).map(
    ([name, { 'x-label': label = name }]) => `${source.spell(name, label)}（${label}）`,
  );
  return say(
    `分开写，例如：\n${word ?? '-'}:\n  ${first}: …\n可用的键：${names.slice(0, 8).join('、')}`,
    `keys with values: ${Object.keys(properties).slice(0, 8).join(', ')}`,
  );
}

const GOT: Record<'scalar' | 'map' | 'list', Words> = {
  scalar: say('空白', 'a blank'),
  map: say('“键: 值”', 'keys with values'),
  list: say('列表', 'a list'),
};

function shapeOf(schema: SchemaNode): Words {
  if (schema.anyOf !== undefined) {
    const constant = schema.anyOf.find((each) => each.const !== undefined)?.const;
    return say(`“${constant}”或列表`, `“${constant}” or a list`);
  }
  return SHAPES[schema.type ?? 'string'] ?? say('一段文字', 'a text');
}
