import { stringify } from 'yaml';
import type { FieldDoc } from '../model/field-doc.ts';
import {
  type KeyLanguage,
  pathIn,
  schemaAtPath,
  schemasAlong,
  withKeys,
} from '../model/key-names.ts';
import { KIND_NAMES, type Kind } from '../model/kinds.ts';
import type { RuleDoc } from '../model/rule-doc.ts';
import { listItems, schemaOf } from '../model/schema-node.ts';
import { type Language, say, type Words } from '../model/words.ts';

/** A standard of completeness, by name. */
export interface StandardTopic {
  readonly id: string;
  readonly title: Words;
  readonly citation: string;
}

/** A field, and the standards that want it. */
export interface FieldTopic {
  readonly kind: Kind;
  /** Dotted keys. */
  readonly path: string;
  readonly doc: FieldDoc;
  readonly wants: readonly StandardTopic[];
}

/** An element of standards, and the fields where it stands. */
export interface ElementTopic {
  readonly label: Words;
  readonly fields: readonly FieldTopic[];
  readonly wants: readonly StandardTopic[];
}

/** A value of a field that has a list of them. */
export interface ValueTopic {
  readonly kind: Kind;
  readonly path: string;
  readonly label: string;
  readonly meaning: string;
}

/** A field at length: its keys, meaning, values, duty, an example in both key languages. */
export function explainField(
  { kind, path, doc, wants }: FieldTopic,
  rules: Iterable<RuleDoc>,
  lang: Language,
): string {
  const file = KIND_NAMES[kind][lang];
  const parts = [
    `${doc.label}（${file}）  ${path}  ${pathIn('zh', kind, path)}`,
    '',
    doc.description,
  ];
  const values = valuesOf(kind, path, doc);
  if (values.length > 0) parts.push('', HEADS.values[lang], ...values);
  const duty = dutyOf(kind, path, lang);
  if (duty !== '') parts.push('', HEADS.duty[lang] + duty);
  if (doc.example !== undefined) {
    const shown = (['zh', 'en'] as const).map((keys) => example(kind, path, doc.example, keys));
    parts.push('', HEADS.example[lang], ...shown);
  }
  if (wants.length > 0)
    parts.push('', HEADS.wanted[lang], ...wants.map((each) => want(each, lang)));
  const named = [...rules].filter((rule) => rule.title.zh.includes(doc.label));
  if (named.length > 0) parts.push('', HEADS.rules[lang], ...named.map((rule) => line(rule, lang)));
  return `${parts.join('\n')}\n`;
}

function line({ id, title, citation }: RuleDoc, lang: Language): string {
  return `  ${id}  ${title[lang]}${citation === undefined ? '' : `  ${citation}`}`;
}

const HEADS = {
  values: say('可以写：', 'values:'),
  duty: say('必填：', 'mandatory: '),
  example: say('例如：', 'example:'),
  wanted: say('要求它的标准：', 'wanted by:'),
  rules: say('讲到它的规则：', 'rules about it:'),
  always: say('是', 'yes'),
  places: say('写在：', 'written at:'),
  elements: say('要求的要素：', 'elements:'),
} satisfies Record<string, Words>;

function valuesOf(kind: Kind, path: string, doc: FieldDoc): string[] {
  if (doc.values !== undefined) {
    return Object.entries(doc.values).map(([value, meaning]) => `  ${value}  ${meaning}`);
  }
  return schemaAtPath(kind, path)?.type === 'boolean' ? ['  是', '  否'] : [];
}

function dutyOf(kind: Kind, path: string, lang: Language): string {
  const nodes = schemasAlong(kind, path);
  const above = path.split('.').length < 2 ? undefined : nodes.at(-2);
  const row = above === undefined ? schemaOf(kind) : (listItems(above) ?? above);
  const key = path.split('.').at(-1) ?? '';
  if (row.required?.includes(key)) return HEADS.always[lang];
  return (nodes.at(-1)?.['x-mandatory'] ?? []).join('、');
}

/** The example where it stands in a file, below the keys that lead to it. */
function example(kind: Kind, path: string, value: unknown, keys: KeyLanguage): string {
  const steps = path.split('.');
  const nodes = schemasAlong(kind, path);
  let whole: unknown = value;
  for (const [index, key] of [...steps.entries()].reverse()) {
    whole = { [key]: whole };
    const above = nodes[index - 1];
    if (above !== undefined && listItems(above) !== undefined) whole = [whole];
  }
  const text = stringify(withKeys(whole, schemaOf(kind), keys), { lineWidth: 0 });
  return text.trimEnd().replace(/^/gm, '  ');
}

function want({ title, id, citation }: StandardTopic, lang: Language): string {
  return lang === 'zh'
    ? `  ${title.zh}（${id}）：${citation}`
    : `  ${title.en} (${id}): ${citation}`;
}

/** Fields of the same name, a line each. */
export function listFields(fields: readonly FieldTopic[], lang: Language): string {
  return fields
    .map(({ kind, path, doc }) => {
      const names = `${kind}.${path}  ${KIND_NAMES[kind][lang]} ${pathIn('zh', kind, path)}`;
      return `${names}  ${doc.description}\n`;
    })
    .join('');
}

/** An element of standards: where it is written, and who wants it. */
export function explainElement({ label, fields, wants }: ElementTopic, lang: Language): string {
  const lines = [`${label[lang]}${lang === 'zh' ? '（要素）' : ' (element)'}`, ''];
  lines.push(HEADS.places[lang], indent(listFields(fields, lang)));
  if (wants.length > 0) lines.push(HEADS.wanted[lang], ...wants.map((each) => want(each, lang)));
  return `${lines.join('\n')}\n`;
}

/** A standard with its elements. */
export function explainStandard(
  topic: StandardTopic & {
    readonly elements: readonly { readonly label: Words; readonly paths: readonly string[] }[];
  },
  lang: Language,
): string {
  const rows = topic.elements.map(({ label, paths }) => {
    const zh = paths.map((path) => pathIn('zh', 'item', path));
    return `  ${label[lang]}  ${paths.join('、')}  ${zh.join('、')}`;
  });
  return `${[want(topic, lang).trim(), '', HEADS.elements[lang], ...rows].join('\n')}\n`;
}

/** What a word means as a value of fields. */
export function explainValue(word: string, topics: readonly ValueTopic[], lang: Language): string {
  return topics
    .map(({ kind, path, label, meaning }) => {
      const place = `${KIND_NAMES[kind][lang]} ${label} ${path}`;
      return lang === 'zh'
        ? `${word}（${place}）：${meaning}\n`
        : `${word} (${place}): ${meaning}\n`;
    })
    .join('');
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '  ');
}
