import { fieldDoc } from '../model/field-doc.ts';
import type { Finding, Span } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { schemaAt } from '../model/schema-node.ts';
import { say, type Words } from '../model/words.ts';
import { readFee } from '../phrase/fee.ts';
import { toHalfWidth } from '../text/numeral.ts';
import { nearest } from '../text/similar.ts';
import { type Complaint, MOST_ENTRIES } from './convert.ts';
import { describeShape } from './describe-shape.ts';
import { describeUnknown } from './describe-unknown.ts';
import { type Fault, unmended } from './fault.ts';
import { loadFinding, quoted } from './findings.ts';
import { exampleLine } from './meant/example.ts';
import { type Meant, meantValue } from './meant/meant-value.ts';
import type { LoadRuleId } from './rules.ts';
import { scalarText } from './slips/quote-text.ts';
import { lineOf } from './slips/tell-slips.ts';
import type { YamlSource } from './source.ts';
import type { SchemaError } from './validate.ts';

/** Puts what does not fit the shapes of a schema into words, at its place. */
export function describeComplaint(source: YamlSource, complaint: Complaint): Fault {
  const { pointer, at } = complaint;
  const place = { pointer, span: source.lines.span(at[0], at[1]) };
  const label = named(source, pointer);
  switch (complaint.what) {
    case 'unknown-key':
      return describeUnknown(source, place, complaint);
    case 'wrong-shape':
      return describeShape(source, place, complaint, label);
    case 'fullwidth-digit':
      return fullWidth(source, place, complaint, label);
    default:
      return unmended(plainComplaint(source, place, complaint, label));
  }
}

function plainComplaint(
  source: YamlSource,
  place: { pointer: string; span: Span },
  complaint: Complaint,
  label: string,
): Finding {
  const { text } = complaint;
  const tell = (rule: LoadRuleId, message: Words, hint: Words): Finding =>
    loadFinding(rule, source.path, place, message, hint);
  switch (complaint.what) {
    case 'duplicate-key':
      return tell(
        'duplicate-key',
        say(`${quoted(text)}这一栏前面已经写过`, `${quoted(text)} was already given above`),
        say('中文键和英文键只写一个', 'write either the Chinese or the English key'),
      );
    case 'empty-value': {
      const word = source.keyOf(complaint.pointer);
      const own = fieldDoc(source.kind, complaint.pointer)?.example;
      const line = exampleLine(word, complaint.schema, own);
      const isRequired = requiredAt(source.kind, complaint.pointer);
      const hint = isRequired
        ? say(`补上内容，例如 ${line}`, `fill it in, e.g. ${line}`)
        : say(
            `补上内容，例如 ${line}；或删去这一行`,
            `fill it in, e.g. ${line}, or delete the line`,
          );
      const finding = tell('empty-value', say(`${label}没有填写`, `${label} is blank`), hint);
      // Left blank, a required key is as good as missing.
      return isRequired ? { ...finding, severity: 'error' } : finding;
    }
    default:
      return tell(
        'file-size',
        say(
          `${label}有 ${countOf(complaint)} 项，只读了前 ${MOST_ENTRIES} 项`,
          `${label} has ${countOf(complaint)} entries, of which ${MOST_ENTRIES} were read`,
        ),
        say('核对是不是粘贴了多遍，或拆成多个文件', 'was it pasted twice? Or split the file'),
      );
  }
}

/** Whether the record, or the entry of its list, is nothing without the key. */
function requiredAt(kind: Kind, pointer: string): boolean {
  const at = pointer.lastIndexOf('/');
  const required = schemaAt(kind, pointer.slice(0, at))?.required ?? [];
  return required.includes(pointer.slice(at + 1));
}

function countOf(complaint: Complaint): number {
  return complaint.what === 'too-many' ? complaint.count : 0;
}

function fullWidth(
  source: YamlSource,
  place: { pointer: string; span: Span },
  { text, pointer, at: [start, end] }: Complaint,
  label: string,
): Fault {
  const half = scalarText(source.text.slice(start, end), toHalfWidth(text));
  const message = say(
    `${label}里有全角字符：${quoted(text)}`,
    `${label} has full-width characters: ${quoted(text)}`,
  );
  const hint = lineOf(keyWord(source, pointer), half);
  const finding = loadFinding('fullwidth-digit', source.path, place, message, hint);
  return { finding, edits: [{ start, end, text: half }], sure: true };
}

/** Puts one schema error into words. */
export function describeError(source: YamlSource, error: SchemaError): Fault {
  if (error.keyword === 'required') return unmended(missingField(source, error));
  const { pointer } = error;
  const label = named(source, pointer);
  const place = { pointer, span: source.locate(pointer) };
  const [rule, message, hint] = explain(source, error, label);
  const meant = meantOf(error);
  if (meant === undefined) return unmended(loadFinding(rule, source.path, place, message, hint));
  const [start, end] = source.range(pointer);
  const text = scalarText(source.text.slice(start, end), meant.text);
  const line = lineOf(keyWord(source, pointer), text);
  return {
    finding: loadFinding(rule, source.path, place, message, line),
    edits: start === end ? [] : [{ start, end, text }],
    sure: meant.sure,
  };
}

function meantOf({ value, schema, keyword }: SchemaError): Meant | undefined {
  if (typeof value !== 'string' || keyword === 'const') return undefined;
  return meantValue(value, schema);
}

/** The key at a pointer as its author wrote it; undefined for an entry of a list. */
function keyWord(source: YamlSource, pointer: string): string | undefined {
  return /\/\d+$/.test(pointer) ? undefined : source.keyOf(pointer);
}

function missingField(source: YamlSource, error: SchemaError): Finding {
  const key = String(error.params.missingProperty);
  const schema = error.schema.properties?.[key] ?? {};
  const label = schema['x-label'] ?? key;
  const place = { pointer: error.pointer, span: source.locate(error.pointer, 'key') };
  const word = source.spell(key, label);
  const example = exampleAt(source, `${error.pointer}/${key}`);
  const line = example === undefined ? exampleLine(word, schema) : `${word}: ${example}`;
  return loadFinding(
    'missing-field',
    source.path,
    place,
    say(`缺少“${label}”`, `“${key}” (${label}) is missing`),
    say(`加一行：\n${line}`, `add a line:\n${line}`),
  );
}

/** What a file would say in a field: as its path has it, else as the schema's example. */
function exampleAt(source: YamlSource, pointer: string): string | undefined {
  if (pointer === '/id') return source.fileId;
  if (pointer === '/department') return source.path.split('/')[1];
  const entry = /^\/(\w+?)s?\/(\d+)\/id$/.exec(pointer);
  if (entry !== null) return `${entry[1]}-${Number(entry[2]) + 1}`;
  const example = fieldDoc(source.kind, pointer)?.example;
  return typeof example === 'string' ? example : undefined;
}

function explain(
  source: YamlSource,
  { keyword, params, schema, value: data, pointer }: SchemaError,
  label: string,
): readonly [LoadRuleId, Words, Words | undefined] {
  const value = typeof data === 'string' ? data : JSON.stringify(data);
  switch (keyword) {
    case 'enum':
      return unknownValue(source, pointer, label, value, schema.enum ?? []);
    case 'const':
      // A text that stands in the place of a list.
      return unknownConstant(label, value, schema.const ?? '');
    case 'format':
      return wrongFormat(label, value, schema.format ?? '');
    case 'pattern':
      return [
        'wrong-format',
        say(
          `${label}的写法不对：${quoted(value)}`,
          `${label} is not written as it should be: ${quoted(value)}`,
        ),
        pattern(source, pointer, value, schema.pattern ?? ''),
      ];
    default:
      return [
        'wrong-format',
        say(`${label}不合要求：${quoted(value)}`, `${label} is out of range: ${quoted(value)}`),
        rangeWords(keyword, Number(params.limit)),
      ];
  }
}

const PATTERNS: Record<string, Words> = {
  '^[a-z0-9]+(-[a-z0-9]+)*$': say(
    '只用小写字母、数字和连字符，例如 water-abstraction',
    'use lower-case letters, digits and hyphens, e.g. water-abstraction',
  ),
  '^forms/': say('写 forms/ 下的路径，例如 forms/water/申请表.docx', 'a path below forms/'),
};

function pattern(
  source: YamlSource,
  pointer: string,
  value: string,
  form: string,
): Words | undefined {
  if (pointer === '/id') return lineOf(source.keyOf('/id'), source.fileId);
  const id = value
    .trim()
    .toLowerCase()
    .replace(/[\s_.]+/g, '-');
  if (new RegExp(form).test(id)) return lineOf(keyWord(source, pointer), id);
  return PATTERNS[form];
}

function rangeWords(keyword: string, limit: number): Words {
  const words: Record<string, Words> = {
    minimum: say(`不小于${limit}`, `at least ${limit}`),
    maximum: say(`不大于${limit}`, `at most ${limit}`),
    minItems: say(`至少写${limit}项`, `at least ${limit} entries`),
    minLength: say('不能空白', 'not blank'),
    maxLength: say(`不超过${limit}个字`, `at most ${limit} characters`),
  };
  return words[keyword] ?? say('核对这一栏', 'check this field');
}

function unknownValue(
  source: YamlSource,
  pointer: string,
  label: string,
  value: string,
  allowed: readonly string[],
): readonly [LoadRuleId, Words, Words] {
  const guess = nearest(value, allowed);
  const list = allowed.join('、');
  const line = guess === undefined ? undefined : lineOf(keyWord(source, pointer), guess);
  return [
    'unknown-value',
    say(`${label}不能写${quoted(value)}`, `${label} cannot be ${quoted(value)}`),
    line === undefined
      ? say(`可以写：${list}`, `one of: ${list}`)
      : say(
          `是不是“${guess}”？${line.zh}（可以写：${list}）`,
          `did you mean “${guess}”? ${line.en} (one of: ${list})`,
        ),
  ];
}

function unknownConstant(
  label: string,
  value: string,
  constant: string,
): readonly [LoadRuleId, Words, Words] {
  const free = readFee(value).value === constant;
  const guess = free ? constant : nearest(value, [constant]);
  const all = say(`可以写：${constant}，或者列表`, `one of: ${constant}, or a list`);
  return [
    'unknown-value',
    say(`${label}不能写${quoted(value)}`, `${label} cannot be ${quoted(value)}`),
    guess === undefined
      ? all
      : say(`是不是“${guess}”？${all.zh}`, `did you mean “${guess}”? ${all.en}`),
  ];
}

const FORMS: Record<string, Words> = {
  duration: say(
    '写数字加单位，例如 20个工作日、15个自然日、2个月、4小时、即时',
    'a number and a unit, e.g. 20个工作日, 15个自然日, 2个月, 4小时, 即时',
  ),
  date: say('写成 年-月-日，例如 2026-01-01', 'write YYYY-MM-DD, e.g. 2026-01-01'),
  'web-address': say('写完整网址，以 http:// 或 https:// 开头', 'a full http or https address'),
  fraction: say('写大于零的数或者分数，例如 20、0.5、5/7', 'above zero, such as 20, 0.5 or 5/7'),
  'item-type': say('写事项类型，例如 行政许可', 'a type of item, such as 行政许可'),
};

const NO_DAY = say('日历上没有这一天，核对月和日', 'no calendar has this day: check month and day');

function wrongFormat(
  label: string,
  value: string,
  format: string,
): readonly [LoadRuleId, Words, Words | undefined] {
  return [
    'wrong-format',
    say(`${label}读不懂：${quoted(value)}`, `${label} cannot be read: ${quoted(value)}`),
    format === 'date' && /^\d{4}-\d\d-\d\d$/.test(value) ? NO_DAY : FORMS[format],
  ];
}

function named(source: YamlSource, pointer: string): string {
  return pointer === '' ? '这个文件' : `“${source.label(pointer) || source.keyOf(pointer)}”`;
}
