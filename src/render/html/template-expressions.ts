import { CALLABLE, FUNCTIONS } from './template-functions.ts';

/** A template that is not turned into code: Handlebars itself has to run it. */
export class UnsupportedError extends Error {}

/** What names mean at a place of a template: pieces of code. */
export interface Scope {
  /** `this`, then `..`, `../..` and so on; no more than the template itself goes down. */
  readonly contexts: readonly string[];
  /** `@index`; absent outside of loops. */
  readonly index?: string;
  /** Whether Handlebars would give an empty object in place of nothing for `this`. */
  readonly guarded: boolean;
}

export type Expression =
  | hbs.AST.PathExpression
  | hbs.AST.SubExpression
  | hbs.AST.StringLiteral
  | hbs.AST.BooleanLiteral
  | hbs.AST.NumberLiteral;

/** What is written between braces: a value or a call. */
export type Called = Pick<hbs.AST.MustacheStatement, 'params' | 'hash'> & {
  readonly path: hbs.AST.Expression;
};

/** The code of a value that is passed on, which may be missing. */
export function valueCode(node: hbs.AST.Expression, scope: Scope): string {
  // Handlebars has no other expressions than these and null and undefined.
  const expression = node as Expression;
  switch (expression.type) {
    case 'PathExpression':
      return pathCode(expression, scope);
    case 'SubExpression':
      return callCode(expression, scope);
    case 'StringLiteral':
    case 'BooleanLiteral':
    case 'NumberLiteral':
      return JSON.stringify(expression.value);
    default:
      throw new UnsupportedError();
  }
}

/** The code of what is printed: a field has to be there. */
export function printedCode(node: Called, scope: Scope): string {
  const { path } = node;
  if (!isPath(path)) throw new UnsupportedError();
  if (isCall(node, path)) return callCode({ ...node, path }, scope);
  const [base, parts] = baseOf(path, scope);
  const last = parts.at(-1);
  if (last === undefined) return selfCode(path, base, scope);
  const from = parts.slice(0, -1).reduce(memberCode, base);
  return `(${memberCode(from, last)} ?? need(${from}, ${JSON.stringify(last)}))`;
}

/** The code of a call of one of our functions, with all of its arguments. */
function callCode(node: Called, scope: Scope): string {
  const { path, params, hash } = node;
  const name = isPath(path) && isCall(node, path) ? path.original : '';
  if (!isFunctionName(name) || FUNCTIONS[name].length !== params.length || hasFields(hash)) {
    throw new UnsupportedError();
  }
  return `${name}(${params.map((param) => valueCode(param, scope)).join(', ')})`;
}

/** As Handlebars tells calls from fields: by arguments, else by the name. */
function isCall({ params, hash }: Called, path: hbs.AST.PathExpression): boolean {
  if (params.length > 0 || hasFields(hash)) return true;
  const { parts, depth, original } = path;
  const isSimple = parts.length === 1 && depth === 0 && !/^\.|this\b/.test(original);
  return isSimple && NAMED.has(parts[0] ?? '');
}

/** Names that Handlebars takes for calls wherever they stand alone. */
const NAMED = new Set([...CALLABLE, 'log', 'helperMissing', 'blockHelperMissing']);

/** Whether a call has named arguments; the parser leaves the list away where there are none. */
export function hasFields(hash: hbs.AST.Hash | undefined): boolean {
  return (hash?.pairs.length ?? 0) > 0;
}

function isFunctionName(name: string): name is keyof typeof FUNCTIONS {
  return Object.hasOwn(FUNCTIONS, name);
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

function pathCode(path: hbs.AST.PathExpression, scope: Scope): string {
  const [base, parts] = baseOf(path, scope);
  return parts.length === 0 ? selfCode(path, base, scope) : parts.reduce(memberCode, base);
}

function selfCode({ data, depth }: hbs.AST.PathExpression, base: string, scope: Scope): string {
  return data || depth > 0 ? base : thisCode(scope);
}

/** Where a path starts, and the names that it goes along. */
function baseOf(path: hbs.AST.PathExpression, scope: Scope): [string, readonly string[]] {
  const { data, depth, parts } = path;
  const [first, ...rest] = parts;
  if (data && first === 'root') return ['root', rest];
  const isIndex = data && first === 'index' && rest.length === 0;
  const base = data ? (isIndex ? scope.index : undefined) : scope.contexts[depth];
  if (base === undefined || (data && depth > 0)) throw new UnsupportedError();
  return [base, data ? [] : parts];
}

/** The code of `this`, which may be nothing only where a template begins. */
export function thisCode({ contexts: [context = ''], guarded, index }: Scope): string {
  return guarded && index === undefined ? `present(${context})` : context;
}

const PLAIN = [{}, [], '', 0, false].map((value): object => Object.getPrototypeOf(value));

/** A field of the data itself, never of a prototype. */
function memberCode(from: string, name: string): string {
  if (PLAIN.some((prototype) => name in prototype)) return `own(${from}, ${JSON.stringify(name)})`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${from}.${name}` : `${from}[${JSON.stringify(name)}]`;
}
