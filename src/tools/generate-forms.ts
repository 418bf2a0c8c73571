import { parse } from 'yaml';

/** What may be published below `forms/`, as a table that is ready. */
export function generateForms(read: (path: string) => string): string {
  const { types, contents, svg_elements } = parse(read('data/forms.yaml')) as Record<
    string,
    object
  >;
  const table = (name: string, type: string, value: object | undefined): string[] => [
    `export const ${name}: ${type} = ${JSON.stringify(value)};`,
  ];
  return [
    "import type { ContentKind } from './content-kind.ts';",
    '/** Of each extension the kinds of content that it may have (`data/forms.yaml`). */',
    ...table('FORM_TYPES', 'Readonly<Record<string, readonly string[]>>', types),
    '/** What tells the kinds of content apart. */',
    ...table('CONTENTS', 'Readonly<Record<string, ContentKind>>', contents),
    '/** Elements that a picture may have. */',
    ...table('SVG_ELEMENTS', 'readonly string[]', svg_elements),
    '',
  ].join('\n');
}
