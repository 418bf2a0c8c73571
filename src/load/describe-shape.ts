import type { Finding, Span } from '../model/finding.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { say, type Words } from '../model/words.ts';
import { parseWholeNumber } from '../text/numeral.ts';
import type { Complaint } from './convert.ts';
import { cut, loadFinding, quoted } from './findings.ts';
import { fullWidthColon } from './parse.ts';

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
  path: string,
  place: { pointer: string; span: Span },
  complaint: Complaint & { what: 'wrong-shape' },
  label: string,
): Finding {
  const { schema, text } = complaint;
  const colon = /^([^\s：]+)：/.exec(text);
  if (schema.type === 'object' && colon !== null)
    return fullWidthColon(path, colon[1] ?? '', place);
  const shape = shapeOf(schema);
  const got = text === '' ? GOT[complaint.got] : say(quoted(text), quoted(text));
  return loadFinding(
    'wrong-shape',
    path,
    place,
    say(`${label}应为${shape.zh}，这里是${got.zh}`, `${label} takes ${shape.en}, not ${got.en}`),
    complaint.got === 'scalar' ? rewritten(schema, text) : undefined,
  );
}

/** How what was written may have been meant; undefined when it cannot be told. */
function rewritten({ type }: SchemaNode, text: string): Words | undefined {
  if (/^\d{16,}$/.test(text.trim()))
    return say('数太大了，核对位数', 'too large: count its digits');
  if (type === 'array') {
    const entry = cut(text);
    return say(`写成：- ${entry}`, `write: - ${entry}`);
  }
  if (type !== 'integer' && type !== 'number') return undefined;
  const numeral = /^[\d零〇一二两三四五六七八九十百千]+/.exec(text)?.[0] ?? '';
  const number = parseWholeNumber(numeral);
  return number === undefined
    ? say('只写数字，例如 1', 'digits only, e.g. 1')
    : say(`写成：${number}`, `write: ${number}`);
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
