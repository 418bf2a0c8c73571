import Handlebars from 'handlebars';
import {
  hasFields,
  printedCode,
  type Scope,
  thisCode,
  UnsupportedError,
  valueCode,
} from './template-expressions.ts';
import { PAGES, type TemplateTexts } from './template-files.ts';
import { FUNCTIONS } from './template-functions.ts';
import { RUN } from './template-run.ts';

type Statement =
  | hbs.AST.ContentStatement
  | hbs.AST.CommentStatement
  | hbs.AST.MustacheStatement
  | hbs.AST.BlockStatement
  | hbs.AST.PartialStatement
  | hbs.AST.PartialBlockStatement;

/**
 * Templates as the body of a function of `RUN` and `FUNCTIONS` that gives what renders each page.
 * It writes what Handlebars writes, for plain JSON; where that is not sure it throws UnsureError.
 * Throws UnsupportedError for templates that use what this does not know.
 */
export function templateCode(texts: TemplateTexts): string {
  const names = [...texts.keys()];
  const functions = [...texts.values()].map((text, at) => {
    // Without positions and options, as Handlebars reads it before it compiles.
    const program = Handlebars.parse(text);
    return new TemplateWriter(names).template(`t${at}`, program);
  });
  const calls = names.map((name, at) => `${JSON.stringify(name)}: t${at}`);
  const pages = PAGES.map((name) => `${name}: (view) => t${names.indexOf(name)}(view, view)`);
  return [
    `const { ${Object.keys(RUN).join(', ')} } = run;`,
    `const { ${Object.keys(FUNCTIONS).join(', ')} } = functions;`,
    ...functions,
    `const templates = { __proto__: null, ${calls.join(', ')} };`,
    `return { ${pages.join(', ')} };`,
  ].join('\n');
}

/** Writes the code of one template: a function of context, root and the block it is put around. */
class TemplateWriter {
  readonly #names: readonly string[];
  readonly #lines: string[] = [];
  #pieces: string[] = [];
  #loops = 0;

  /** Takes the names of all templates. */
  constructor(names: readonly string[]) {
    this.#names = names;
  }

  template(name: string, program: hbs.AST.Program): string {
    this.#body(program, { contexts: ['c'], guarded: false });
    return [
      `function ${name}(c, root, block) {`,
      "let s = '';",
      ...this.#lines,
      'return s;',
      '}',
    ].join('\n');
  }

  #body(program: hbs.AST.Program | undefined, scope: Scope): void {
    if ((program?.blockParams?.length ?? 0) > 0) throw new UnsupportedError();
    // Handlebars has no other statements but decorators.
    for (const statement of program?.body ?? []) this.#statement(statement as Statement, scope);
    this.#flush();
  }

  #statement(node: Statement, scope: Scope): void {
    switch (node.type) {
      case 'ContentStatement':
        this.#text(node.value);
        break;
      case 'CommentStatement':
        break;
      case 'MustacheStatement':
        this.#pieces.push(`${node.escaped ? 'escape' : 'plain'}(${printedCode(node, scope)})`);
        break;
      case 'BlockStatement':
        this.#block(node, scope);
        break;
      case 'PartialStatement':
        this.#text(node.indent ?? '');
        this.#pieces.push(this.#partial(node, scope));
        break;
      case 'PartialBlockStatement':
        this.#around(node, scope);
        break;
      default:
        throw new UnsupportedError();
    }
  }

  #text(text: string): void {
    if (text !== '') this.#pieces.push(JSON.stringify(text));
  }

  /** Puts together what is printed in one go. */
  #flush(): void {
    if (this.#pieces.length > 0) this.#lines.push(`s += ${this.#pieces.join(' + ')};`);
    this.#pieces = [];
  }

  #block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const [param, ...more] = node.params;
    if (param === undefined || more.length > 0 || hasFields(node.hash)) {
      throw new UnsupportedError();
    }
    this.#flush();
    const value = valueCode(param, scope);
    const name = node.path.original;
    if (name === 'each') this.#each(value, node, scope);
    else if (name === 'if') this.#if(value, node.program, node.inverse, scope);
    else if (name === 'unless') this.#if(value, node.inverse, node.program, scope);
    else throw new UnsupportedError();
  }

  #if(
    value: string,
    full: hbs.AST.Program | undefined,
    empty: hbs.AST.Program | undefined,
    scope: Scope,
  ): void {
    const inside = { ...scope, guarded: true };
    this.#lines.push(`if (isFull(${value})) {`);
    this.#body(full, inside);
    if (empty !== undefined) {
      this.#lines.push('} else {');
      this.#body(empty, inside);
    }
    this.#lines.push('}');
  }

  #each(value: string, { program, inverse }: hbs.AST.BlockStatement, scope: Scope): void {
    this.#loops += 1;
    const [list, index, item] = [`l${this.#loops}`, `i${this.#loops}`, `c${this.#loops}`];
    const each = `${list}[${index}]`;
    const own = goesUp(program) ? `inner(${each}, ${scope.contexts[0]})` : `present(${each})`;
    this.#lines.push(
      `const ${list} = list(${value});`,
      `for (let ${index} = 0; ${index} < ${list}.length; ${index} += 1) {`,
      `const ${item} = ${own};`,
    );
    this.#body(program, { contexts: [item, ...scope.contexts], index, guarded: false });
    this.#lines.push('}');
    if (inverse === undefined) return;
    this.#lines.push(`if (${list}.length === 0) {`);
    this.#body(inverse, { ...scope, guarded: true });
    this.#lines.push('}');
  }

  /** A template that is called around a piece of this one. */
  #around(node: hbs.AST.PartialBlockStatement, scope: Scope): void {
    this.#flush();
    const call = this.#partial(node, scope, 'inside');
    this.#loops += 1;
    const context = `c${this.#loops}`;
    this.#lines.push('{', `const inside = (${context}) => {`, "let s = '';");
    this.#body(node.program, { contexts: [context], guarded: false });
    this.#lines.push('return s;', '};', `s += ${call};`, '}');
  }

  #partial(
    { name, params, hash }: Pick<hbs.AST.PartialStatement, 'name' | 'params' | 'hash'>,
    scope: Scope,
    inside?: string,
  ): string {
    const [param, ...more] = params;
    if (more.length > 0) throw new UnsupportedError();
    const own = param === undefined ? thisCode(scope) : valueCode(param, scope);
    const fields = (hash?.pairs ?? []).map(
      ({ key, value }) => `${JSON.stringify(key)}: ${valueCode(value, scope)}`,
    );
    const context = fields.length === 0 ? own : `{ ...${own}, ${fields.join(', ')} }`;
    if (name.type === 'PathExpression' && name.original === '@partial-block') {
      return `block(${context})`;
    }
    const passed = [context, 'root', ...(inside === undefined ? [] : [inside])];
    return `${this.#called(name, scope)}(${passed.join(', ')})`;
  }

  #called(name: hbs.AST.PartialStatement['name'], scope: Scope): string {
    if (name.type === 'SubExpression') return `templates[${valueCode(name, scope)}]`;
    const at = this.#names.indexOf(name.original);
    if (at === -1) throw new UnsupportedError();
    return `t${at}`;
  }
}

/** Whether something in a loop looks out of it. */
function goesUp(program: hbs.AST.Program): boolean {
  let found = false;
  class Finder extends Handlebars.Visitor {
    override PathExpression({ depth }: hbs.AST.PathExpression): void {
      found ||= depth > 0;
    }
  }
  new Finder().accept(program);
  return found;
}
