import { isUtf8 } from 'node:buffer';
import { say } from '../../model/words.ts';
import { fromUtf8 } from '../../text/utf8.ts';
import { contentFault, type FormFault } from './fault.ts';
import { SVG_ELEMENTS } from './types.gen.ts';

/** Pictures are drawings of a few kilobytes; in bytes. */
const MOST = 1024 * 1024;

const TOKEN =
  /<!--[\s\S]*?-->|<\?xml\s[^?>]*\?>|<\/?([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>|[^<]+/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** In a style: what fetches something, and what hides that it does. */
const FETCHING = /url\(\s*(?!["']?#)|@|expression|javascript|-moz-binding|behavior|\\|&/i;

const ELEMENTS = new Set(SVG_ELEMENTS);

const DRAW_ONLY = say(
  '导出成只有图形和文字的 SVG，或者改用 PNG',
  'export shapes and text only, or use PNG',
);

/**
 * Whatever a picture has besides shapes and text. A list of what is allowed, since a page of the
 * site may show the picture as a document, where all else could run.
 */
export function svgFaults(bytes: Uint8Array): FormFault[] {
  if (bytes.length > MOST) return [fault('图片超过 1 MB', 'larger than 1 MB')];
  if (!isUtf8(bytes)) return [fault('图片不是 UTF-8 文本', 'the picture is no UTF-8 text')];
  const text = fromUtf8(bytes).replace(/^\ufeff/, '');
  const token = new RegExp(TOKEN);
  let style = false;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) {
      const piece = text.slice(at, at + 20).replace(/\s+/g, ' ');
      return [fault(`图片里有“${piece}”`, `the picture holds “${piece}”`)];
    }
    const [whole, element, attributes = ''] = found;
    const wrong =
      element === undefined
        ? wrongText(whole, style)
        : (wrongElement(element) ?? wrongAttribute(attributes));
    if (wrong !== undefined) return [fault(`图片里有“${wrong}”`, `the picture holds “${wrong}”`)];
    if (element !== undefined) style = element === 'style' && !/^<\/|\/>$/.test(whole);
  }
  return [];
}

function fault(zh: string, en: string): FormFault {
  return contentFault(zh, en, DRAW_ONLY);
}

function wrongElement(element: string): string | undefined {
  return ELEMENTS.has(element) ? undefined : `<${element}>`;
}

function wrongAttribute(attributes: string): string | undefined {
  for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? '';
    if (/^xmlns(:|$)/.test(name)) continue;
    const isLink = /(^|:)(href|src)$/i.test(name);
    const isWrong = isLink ? !/^#[\w.-]+$/.test(value) : /^on/i.test(name) || FETCHING.test(value);
    if (isWrong && !(isLabel(name) && !/^on/i.test(name))) return `${name}="${value.slice(0, 20)}"`;
  }
  return undefined;
}

/** Words for people may have any sign. */
function isLabel(name: string): boolean {
  return /^(aria-\w+|xml:\w+|id|class|role|data-[\w-]+)$/.test(name);
}

function wrongText(text: string, style: boolean): string | undefined {
  if (text.startsWith('<!--') || text.startsWith('<?xml')) return undefined;
  if (style) return FETCHING.exec(text)?.[0];
  return /&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(text)?.[0];
}
