import { exampleOf } from './field-docs.ts';
import type { SchemaNode } from './program-schema.ts';

/**
 * schemas/editor/: the schemas as editors need them, one file a kind. Every key
 * may be written in either language; what checks alone can tell (durations, dates) is left to them.
 */
export function editorSchemas(schemas: Record<string, SchemaNode>): Map<string, string> {
  return new Map(
    Object.entries(schemas).map(([kind, schema]) => {
      const whole = {
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: schema.description,
        description: '由 mingbai 生成，供编辑器使用；键写中文或英文都可以',
        ...objectShape(schema, '#'),
      };
      return [`schemas/editor/${kind}.schema.json`, `${JSON.stringify(whole)}\n`];
    }),
  );
}

/** A field as an editor shows it. */
function editorField(field: SchemaNode, key: string, pointer: string): object {
  const label = field['x-label'];
  const example = exampleOf(field);
  const lines = [
    field.description ?? '',
    ...(example === undefined ? [] : [`例如：${JSON.stringify(example)}`]),
    ...(label === undefined ? [] : [`键：${key}、${label}`]),
  ];
  return {
    ...(label === undefined ? {} : { title: label }),
    description: lines.filter((line) => line !== '').join('\n\n'),
    ...(example === undefined ? {} : { examples: [example] }),
    ...shapeOf(field, pointer),
  };
}

function shapeOf(field: SchemaNode, pointer: string): object {
  const short = field['x-shorthand'];
  if (short !== undefined) {
    const text = shapeOf(field.properties?.[short] ?? {}, `${pointer}/anyOf/0`);
    return { anyOf: [text, objectShape(field, `${pointer}/anyOf/1`)] };
  }
  if (field.anyOf !== undefined) {
    return { anyOf: field.anyOf.map((each, at) => shapeOf(each, `${pointer}/anyOf/${at}`)) };
  }
  if (field.const !== undefined) return { const: field.const };
  if (field.enum !== undefined) return valuesShape(field);
  if (field.type === 'array') return listShape(field, pointer);
  if (field.type === 'object') return objectShape(field, pointer);
  return scalarShape(field);
}

/** Values with their meanings, as VS Code shows them beside the list. */
function valuesShape({ enum: values = [], 'x-values': meanings = {} }: SchemaNode): object {
  const words = values.map((value) => meanings[value] ?? '');
  return words.some((word) => word !== '')
    ? { enum: values, enumDescriptions: words, markdownEnumDescriptions: words }
    : { enum: values };
}

function listShape({ items = {}, minItems }: SchemaNode, pointer: string): object {
  const entries = shapeOf(items, `${pointer}/items`);
  return { type: 'array', items: entries, ...(minItems === undefined ? {} : { minItems }) };
}

function objectShape(schema: SchemaNode, pointer: string): object {
  const { properties, required = [], additionalProperties } = schema;
  if (properties === undefined) {
    const free = typeof additionalProperties === 'object' ? additionalProperties : {};
    return { type: 'object', additionalProperties: shapeOf(free as SchemaNode, '') };
  }
  const fields = Object.entries(properties).flatMap(([key, field]) => {
    const at = `${pointer}/properties/${key}`;
    const shown = [key, editorField(field, key, at)] as const;
    const label = field['x-label'];
    return label === undefined ? [shown] : [shown, [label, { $ref: at }] as const];
  });
  const needed = required.map((key) => {
    const label = properties[key]?.['x-label'];
    const names = label === undefined ? [key] : [key, label];
    return { anyOf: names.map((name) => ({ required: [name] })) };
  });
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(fields),
    ...(needed.length === 0 ? {} : { allOf: needed }),
  };
}

/** Numbers that are codes may stand without quotes, and 是 and 否 are a yes and a no. */
function scalarShape({ type, pattern, minimum, maximum }: SchemaNode): object {
  if (type === 'boolean') return { enum: [true, false, '是', '否'] };
  if (type === 'string') {
    return { type: ['string', 'number'], ...(pattern === undefined ? {} : { pattern }) };
  }
  const bounds = { minimum, maximum };
  return { ...(type === undefined ? {} : { type }), ...bounds };
}
