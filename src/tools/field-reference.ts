import type { SchemaNode } from './program-schema.ts';

/** schemas/README.md: every field with its key, Chinese name, form, duty and meaning. */
export function fieldReference(schemas: Record<string, SchemaNode>): string {
  const parts = [
    '# 字段参考 · Field reference\n\n',
    '由 `npm run generate` 从本文件夹的 schema 生成，请勿手改。键名可以写英文，也可以写中文名称。\n',
    'Generated from the schemas in this folder; a key may be written in English or in Chinese.\n',
    '\n“文字”一栏是 `x-text`：这段文字是什么，用语规则按它检查；' +
      '`name`（名称）、`quote`（引文）、`code`（代码）不检查。\n',
    'The column “text” is `x-text`: what kind of text the wording rules take it for; ' +
      '`name`, `quote` and `code` are not judged.\n',
  ];
  for (const [kind, schema] of Object.entries(schemas)) {
    parts.push(`\n## ${kind}：${schema.description ?? ''}\n\n`);
    parts.push(
      '| 键 key | 中文名称 | 写法 | 文字 text | 必填 | 说明 | 例 |\n|---|---|---|---|---|---|---|\n',
    );
    for (const row of rows(schema, '')) parts.push(`| ${row.join(' | ')} |\n`);
  }
  return parts.join('');
}

function rows(schema: SchemaNode, prefix: string): string[][] {
  const result: string[][] = [];
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    const path = prefix + key;
    result.push([
      `\`${path}\``,
      field['x-label'] ?? '',
      shape(field),
      textKind(field),
      duty(key, schema, field),
      meaning(field),
      sample(field),
    ]);
    result.push(...rows(field, `${path}.`));
    const list = field.items ?? field.anyOf?.find((each) => each.items !== undefined)?.items;
    if (list !== undefined) result.push(...rows(list, `${path}[].`));
  }
  return result;
}

/** The description, and what the values mean. */
function meaning(field: SchemaNode): string {
  const values = Object.entries(field['x-values'] ?? field.items?.['x-values'] ?? {});
  const said = values.map(([value, words]) => `\`${value}\` ${words}`).join('；');
  return [field.description ?? '', said].filter((each) => each !== '').join('。');
}

/** In characters: a longer example is in `mingbai explain <key>` alone. */
const LONGEST_SAMPLE = 60;

/** Its example, where that takes one short line and is more than one of the values. */
function sample(field: SchemaNode): string {
  const [value] = field.enum === undefined ? (field.examples ?? []) : [];
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_SAMPLE ? '' : text.replaceAll('|', '\\|');
}

/** What its text is; for a list or a map, what its entries are. */
function textKind(field: SchemaNode): string {
  const { items = {}, anyOf = [], additionalProperties } = field;
  const entries = typeof additionalProperties === 'object' ? additionalProperties : {};
  const nodes: SchemaNode[] = [field, items, entries as SchemaNode, ...anyOf];
  const [kind = ''] = nodes.flatMap((node) => node['x-text'] ?? []);
  return kind === '' ? '' : `\`${kind}\``;
}

function shape(field: SchemaNode): string {
  if (field.enum !== undefined) return field.enum.map((each) => `\`${each}\``).join(' ');
  if (field.const !== undefined) return `\`${field.const}\``;
  if (field.anyOf !== undefined) return field.anyOf.map(shape).join('，或');
  if (field.items !== undefined) return `列表：${shape(field.items)}`;
  if (field['x-shorthand'] !== undefined) return `文字，或表（简写为 \`${field['x-shorthand']}\`）`;
  const formats: Record<string, string> = {
    date: '日期',
    duration: '时长',
    'web-address': '网址',
    'form-path': '文件',
    fraction: '数或者分数',
    'item-type': '事项类型',
  };
  if (field.format !== undefined) return formats[field.format] ?? field.format;
  const types: Record<string, string> = {
    string: '文字',
    integer: '整数',
    number: '数字',
    boolean: '是/否',
    object: '表',
  };
  return types[field.type ?? ''] ?? '';
}

function duty(key: string, parent: SchemaNode, field: SchemaNode): string {
  if (parent.required?.includes(key)) return '必填';
  const types = field['x-mandatory'];
  if (types === undefined) return '';
  return types.length >= 6 ? '依申请事项' : types.join('、');
}
