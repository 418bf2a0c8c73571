import { decodeEntities } from '../../../text/markup.ts';

/** A tag or a text of an XML part, in the order of the file. */
export type Token =
  | {
      readonly kind: 'open' | 'close' | 'empty';
      readonly name: string;
      readonly attributes: string;
    }
  | { readonly kind: 'text'; readonly text: string };

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;

/** The tags and texts of XML that Word wrote; declarations and comments are passed over. */
export function* tokensOf(xml: string): Generator<Token> {
  for (const [, slash, name, attributes = '', empty, text] of xml.matchAll(TOKEN)) {
    if (text !== undefined) yield { kind: 'text', text: decodeEntities(text) };
    if (name === undefined) continue;
    const kind = slash === '/' ? 'close' : empty === '/' ? 'empty' : 'open';
    yield { kind, name, attributes };
  }
}

/** The value of an attribute; undefined where the tag has none. */
export function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : decodeEntities(value);
}

/** A property such as w:strike is on unless its value says it is off. */
export function isOn(attributes: string): boolean {
  return !/^(?:0|false|off|none)$/.test(attribute(attributes, 'w:val') ?? 'true');
}
