import { parse, parseDocument } from 'yaml';

/** One change to one file of the sample catalogue, and the one finding it must give. */
export interface Mutation {
  readonly rule: string;
  /** Path in the catalogue. */
  readonly path: string;
  /**
   * Words of the file, replaced where they stand first, or first after `after`; or a JSON pointer
   * with the author's own keys, whose value is replaced, or taken out where `replace` is blank.
   */
  readonly find: string;
  readonly replace: string;
  readonly after?: string;
  /** Where the finding stands, with canonical keys. */
  readonly pointer: string;
  /** The file of the finding, when it is not the one changed. */
  readonly at?: string;
}

type Row = readonly [rule: string, find: string, replace: string, pointer: string, after?: string];

/** Mutations of one file, a row each. */
export function mutationsOf(path: string, rows: readonly Row[]): Mutation[] {
  return rows.map(([rule, find, replace, pointer, after]) => {
    return { rule, path, find, replace, pointer, ...(after === undefined ? {} : { after }) };
  });
}

/** The file after a mutation. Throws when the words to change are not there. */
export function mutate(text: string, { find, replace, after = '' }: Mutation): string {
  if (find.startsWith('/')) return mutateValue(text, find, replace);
  const from = text.indexOf(after);
  const at = text.indexOf(find, from);
  if (from === -1 || at === -1) throw new Error(`“${after}” … “${find}” is not in the file`);
  return text.slice(0, at) + replace + text.slice(at + find.length);
}

function mutateValue(text: string, pointer: string, replace: string): string {
  const document = parseDocument(text, { schema: 'core' });
  const path = pointer
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  if (!document.hasIn(path.slice(0, -1))) throw new Error(`${pointer} is not in the file`);
  if (replace === '') {
    if (!document.deleteIn(path)) throw new Error(`${pointer} is not in the file`);
  } else document.setIn(path, parse(replace, { schema: 'core' }));
  return document.toString({ lineWidth: 0 });
}
