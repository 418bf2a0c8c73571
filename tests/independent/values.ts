import { parse } from 'yaml';

/** A value of YAML, every scalar as text. */
export type Node = string | readonly Node[] | { readonly [key: string]: Node };
export type Fields = { readonly [key: string]: Node };

export interface SchemaNode {
  readonly 'x-label'?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

/** Values with English keys, by the labels of the published schema. */
export function inEnglish(node: Node, schema: SchemaNode | undefined): Node {
  if (Array.isArray(node)) {
    const list = schema?.items ?? schema?.anyOf?.find((each) => each.items)?.items;
    return node.map((each: Node) => inEnglish(each, list));
  }
  if (typeof node === 'string') return node;
  const known = schema?.properties ?? schema?.anyOf?.find((each) => each.properties)?.properties;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const found = Object.entries(known ?? {}).find(([, each]) => each['x-label'] === key);
      const own = found?.[0] ?? key;
      return [own, inEnglish(value, known?.[own])];
    }),
  );
}

export function fieldsOf(text: string, schema: SchemaNode): Fields {
  return inEnglish(parse(text, { schema: 'failsafe' }) ?? {}, schema) as Fields;
}

export const at = (node: Node | undefined, ...path: string[]): Node | undefined =>
  path.reduce<Node | undefined>(
    (found, key) =>
      typeof found === 'object' && !Array.isArray(found) ? (found as Fields)[key] : undefined,
    node,
  );
export const text = (node: Node | undefined): string | undefined =>
  typeof node === 'string' && !/^(?:null|~)?$/.test(node) ? node.trim() : undefined;
export const list = (node: Node | undefined): readonly Node[] | undefined =>
  Array.isArray(node) ? node : undefined;
export const yes = (node: Node | undefined): boolean | undefined => {
  const word = text(node);
  return word === undefined ? undefined : word === 'true' || word === '是';
};

/** Fractions as pairs; the denominator is above zero. */
export type Fraction = readonly [bigint, bigint];
export const fraction = (written: string): Fraction => {
  const [over = '0', under = '1'] = written.split('/');
  const [whole = '0', part = ''] = over.split('.');
  return [BigInt(whole + part), BigInt(under) * 10n ** BigInt(part.length)];
};
export const plus = (a: Fraction, b: Fraction): Fraction => [
  a[0] * b[1] + b[0] * a[1],
  a[1] * b[1],
];
export const times = (a: Fraction, b: Fraction): Fraction => [a[0] * b[0], a[1] * b[1]];
export const over = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1], a[1] * b[0]];
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, [-b[0], b[1]]);
export const less = (a: Fraction, b: Fraction): boolean => a[0] * b[1] < b[0] * a[1];

/** Rounded half up to so many decimals. */
export function decimal([n, d]: Fraction, places: number): string {
  const scaled = (n * 10n ** BigInt(places) * 2n + d) / (2n * d);
  const digits = String(scaled).padStart(places + 1, '0');
  const cut = digits.length - places;
  return `${digits.slice(0, cut)}.${digits.slice(cut)}`;
}
export const plain = (value: Fraction): string => decimal(value, 2).replace(/\.?0+$/, '');
