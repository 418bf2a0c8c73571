import { xmlText } from '../text/xml-text.ts';

/** A chain as a page of its own: the drawing, and below it what was computed. */
export function chainHtml(title: string, svg: string, text: string): string {
  return [
    '<!doctype html>',
    '<html lang="zh-Hans">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${xmlText(title)}</title>`,
    '</head>',
    '<body>',
    `<h1>${xmlText(title)}</h1>`,
    svg.trimEnd(),
    `<pre>${xmlText(text)}</pre>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
