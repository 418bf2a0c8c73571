import { createHash } from 'node:crypto';
import { escapeText } from './stats-chart.ts';

/** A page that needs nothing else: its style is within, nothing else may be loaded or run. */
export interface HtmlPage {
  readonly lang: 'zh' | 'en';
  readonly title: string;
  readonly style: string;
  /** What stands in `main`, a part a line. */
  readonly parts: readonly string[];
}

/** The whole document; a browser may take only the style from it, and only as it is here. */
export function htmlPage({ lang, title, style, parts }: HtmlPage): string {
  const name = escapeText(title);
  const hash = createHash('sha256').update(`${style}\n`).digest('base64');
  const policy = `${NOTHING_ELSE}; style-src 'sha256-${hash}'`;
  return [
    `<!DOCTYPE html>\n<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}">\n<head>`,
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${name}</title>\n<style>${style}\n</style>\n</head>\n<body>\n<main>`,
    ...parts,
    '</main>\n</body>\n</html>\n',
  ].join('\n');
}

const NOTHING_ELSE = "default-src 'none'; base-uri 'none'; form-action 'none'";
