import type { ListPlace } from './numbering.ts';
import { attribute, tokensOf } from './tags.ts';

/** What a style of paragraphs says of them. */
export interface WordStyle {
  /** Whether such paragraphs are titles or headings. */
  isHeading: boolean;
  list?: ListPlace;
}

/** The styles of a document by id. */
export function stylesOf(xml: string): ReadonlyMap<string, WordStyle> {
  const styles = new Map<string, WordStyle>();
  let style: WordStyle | undefined;
  let [list, level] = ['', 0];
  for (const token of tokensOf(xml)) {
    if (token.kind === 'text') continue;
    const value = token.kind === 'close' ? '' : (attribute(token.attributes, 'w:val') ?? '');
    if (token.kind === 'close') {
      if (token.name === 'w:style' && style !== undefined && list !== '')
        style.list = { list, level };
      continue;
    }
    if (token.name === 'w:style') {
      style = { isHeading: false };
      [list, level] = ['', 0];
      styles.set(attribute(token.attributes, 'w:styleId') ?? '', style);
    } else if (style === undefined) continue;
    else if (token.name === 'w:name' && /^(?:heading \d|title|标题)/i.test(value)) {
      style.isHeading = true;
    } else if (token.name === 'w:outlineLvl' && Number(value) < 9) style.isHeading = true;
    else if (token.name === 'w:numId') list = value;
    else if (token.name === 'w:ilvl') level = Number(value);
  }
  return styles;
}
