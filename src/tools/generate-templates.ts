import { templateCode } from '../render/html/template-code.ts';
import { readTemplates, templatesMark } from '../render/html/template-files.ts';

/** The program's own templates as code, with the mark of the texts that it was made from. */
export function generateTemplates(read: (path: string) => string): string {
  const texts = readTemplates((path) => read(`templates/${path}`));
  return [
    '// @ts-nocheck',
    '/** See `templatesMark`. */',
    `export const OWN_MARK = '${templatesMark(texts)}';`,
    '/** See `TemplateFunction`. */',
    'export function ownTemplates(run, functions) {',
    templateCode(texts),
    '}',
    '',
  ].join('\n');
}
