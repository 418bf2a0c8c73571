import type { Finding, Span } from '../model/finding.ts';
import { say, type Words } from '../model/words.ts';
import { nearest } from '../text/similar.ts';
import { type Complaint, MOST_ENTRIES } from './convert.ts';
import { describeShape } from './describe-shape.ts';
import { loadFinding, quoted } from './findings.ts';
import type { LoadRuleId } from './rules.ts';
import type { YamlSource } from './source.ts';
import type { SchemaError } from './validate.ts';

/** Puts what does not fit the shapes of a schema into words, at its place. */
export function describeComplaint(source: YamlSource, complaint: Complaint): Finding {
  const { pointer, text } = complaint;
  const place = { pointer, span: source.lines.span(complaint.at[0], complaint.at[1]) };
  const label = named(source, pointer);
  switch (complaint.what) {
    case 'unknown-key':
      return unknownKey(source.path, place, text, complaint.known);
    case 'duplicate-key':
      return loadFinding(
        'duplicate-key',
        source.path,
        place,
        say(`${quoted(text)}这一栏前面已经写过`, `${quoted(text)} was already given above`),
        say('中文键和英文键只写一个', 'write either the Chinese or the English key'),
      );
    case 'empty-value':
      return loadFinding(
        'empty-value',
        source.path,
        place,
        say(`${label}没有填写`, `${label} is blank`),
        say('补上内容，或删去这一行', 'fill it in, or delete the line'),
      );
    case 'fullwidth-digit':
      return loadFinding(
        'fullwidth-digit',
        source.path,
        place,
        say(
          `${label}里有全角字符：${quoted(text)}`,
          `${label} has full-width characters: ${quoted(text)}`,
        ),
        say('改用半角数字和字母', 'use half-width digits and letters'),
      );
    case 'too-many':
      return loadFinding(
        'file-size',
        source.path,
        place,
        say(
          `${label}有 ${complaint.count} 项，只读了前 ${MOST_ENTRIES} 项`,
          `${label} has ${complaint.count} entries, of which ${MOST_ENTRIES} were read`,
        ),
        say('核对是不是粘贴了多遍，或拆成多个文件', 'was it pasted twice? Or split the file'),
      );
    default:
      return describeShape(source.path, place, complaint, label);
  }
}

function unknownKey(
  path: string,
  place: { pointer: string; span: Span },
  key: string,
  keys: ReadonlyMap<string, unknown> | undefined,
): Finding {
  const known = [...(keys?.keys() ?? [])];
  const bare = key.trim();
  if (bare !== key && known.includes(bare)) {
    return loadFinding(
      'unknown-key',
      path,
      place,
      say(`键“${bare}”旁边有全角空格`, `full-width blank beside the key “${bare}”`),
      say('删去全角空格，缩进只用半角空格', 'delete it; indent with ordinary blanks only'),
    );
  }
  const guess = nearest(key, known);
  const hint =
    guess === undefined
      ? say('可用的键见 schemas/README.md', 'see schemas/README.md for the keys')
      : say(`是不是“${guess}”？`, `did you mean “${guess}”?`);
  return loadFinding(
    'unknown-key',
    path,
    place,
    say(`没有${quoted(key)}这个键`, `unknown key ${quoted(key)}`),
    hint,
  );
}

/** Puts one schema error into words. */
export function describeError(source: YamlSource, error: SchemaError): Finding {
  if (error.keyword === 'required') return missingField(source, error);
  const label = named(source, error.pointer);
  const [rule, message, hint] = explain(error, label);
  const place = { pointer: error.pointer, span: source.locate(error.pointer) };
  return loadFinding(rule, source.path, place, message, hint);
}

function missingField(source: YamlSource, error: SchemaError): Finding {
  const key = String(error.params.missingProperty);
  const label = error.schema.properties?.[key]?.['x-label'] ?? key;
  const place = { pointer: error.pointer, span: source.locate(error.pointer, 'key') };
  const word = source.spell(key, label);
  return loadFinding(
    'missing-field',
    source.path,
    place,
    say(`缺少“${label}”`, `“${key}” (${label}) is missing`),
    say(`加一行：${word}: …`, `add a line: ${word}: …`),
  );
}

function explain(
  { keyword, params, schema, value: data }: SchemaError,
  label: string,
): readonly [LoadRuleId, Words, Words | undefined] {
  const value = typeof data === 'string' ? data : JSON.stringify(data);
  switch (keyword) {
    case 'enum':
      return unknownValue(label, value, schema.enum ?? []);
    case 'const':
      // A text that stands in the place of a list.
      return unknownValue(label, value, [schema.const ?? ''], say('，或者列表', ', or a list'));
    case 'format':
      return wrongFormat(label, value, schema.format ?? '');
    case 'pattern':
      return [
        'wrong-format',
        say(
          `${label}的写法不对：${quoted(value)}`,
          `${label} is not written as it should be: ${quoted(value)}`,
        ),
        PATTERNS[schema.pattern ?? ''],
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
  label: string,
  value: string,
  allowed: readonly string[],
  more: Words = say('', ''),
): readonly [LoadRuleId, Words, Words] {
  const guess = nearest(value, allowed);
  const list = allowed.join('、');
  const [zh, en] = [list + more.zh, list + more.en];
  return [
    'unknown-value',
    say(`${label}不能写${quoted(value)}`, `${label} cannot be ${quoted(value)}`),
    guess === undefined
      ? say(`可以写：${zh}`, `one of: ${en}`)
      : say(`是不是“${guess}”？可以写：${zh}`, `did you mean “${guess}”? One of: ${en}`),
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

function wrongFormat(
  label: string,
  value: string,
  format: string,
): readonly [LoadRuleId, Words, Words | undefined] {
  return [
    'wrong-format',
    say(`${label}读不懂：${quoted(value)}`, `${label} cannot be read: ${quoted(value)}`),
    FORMS[format],
  ];
}

function named(source: YamlSource, pointer: string): string {
  return pointer === '' ? '这个文件' : `“${source.label(pointer) || source.keyOf(pointer)}”`;
}
