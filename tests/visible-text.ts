import { Parser } from 'htmlparser2';

/** Attributes that a reader sees or hears. */
const SPOKEN = ['aria-label', 'alt', 'placeholder', 'title', 'data-label'];
const UNSEEN = new Set(['head', 'script', 'style']);

/** Every text that a reader of a page sees or hears, piece by piece as the elements part it. */
export function visibleTexts(html: string): string[] {
  const texts: string[] = [];
  let text = '';
  let unseen = 0;
  const close = (): void => {
    if (text.trim() !== '') texts.push(text.trim());
    text = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      close();
      if (UNSEEN.has(name)) unseen += 1;
      for (const each of SPOKEN) if (attributes[each]) texts.push(attributes[each]);
    },
    ontext(piece) {
      if (unseen === 0) text += piece;
    },
    onclosetag(name) {
      close();
      if (UNSEEN.has(name)) unseen -= 1;
    },
  });
  parser.end(html);
  return texts;
}

/** The words that stand in a template itself, also those that it gives to a part of it. */
export function templateWords(template: string): string[] {
  const markup = template.replace(/\{\{[\s\S]*?\}\}\}?/g, '<i></i>');
  const given = [...template.matchAll(/\{\{>[^}]*?="([^"]+)"/g)].map(([, text = '']) => text);
  return [...visibleTexts(markup), ...given];
}

/**
 * Every string in plain JSON, and runs of text that follow each other without a mark as one: a page
 * sets nothing between them.
 */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()];
  if (typeof value !== 'object' || value === null) return [];
  const parts = Object.values(value);
  return [...parts.flatMap(stringsIn), ...(Array.isArray(value) ? joinedRuns(value) : [])];
}

function joinedRuns(list: readonly unknown[]): string[] {
  const joined: string[] = [''];
  for (const each of list) {
    const { text, ...marks } = Object(each) as Record<string, unknown>;
    if (typeof text !== 'string' || Object.keys(marks).length > 0) joined.push('');
    else joined.push(`${joined.pop()}${text}`);
  }
  return joined.map((text) => text.trim()).filter((text) => text !== '');
}
