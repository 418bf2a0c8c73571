import Handlebars from 'handlebars';
import { say, type Words } from '../../model/words.ts';
import { isField } from './fields.ts';

/** A template that cannot be used: which file, where, and why. */
export class TemplateError extends Error {
  readonly path: string;
  readonly line: number;
  /** What is wrong, without the place. */
  readonly reason: Words;

  constructor(path: string, line: number, reason: Words) {
    super(`${path}:${line}: ${reason.zh}`);
    this.name = 'TemplateError';
    this.path = path;
    this.line = line;
    this.reason = reason;
  }
}

/** Reads a template. Throws TemplateError where it does not parse. */
export function parseTemplate(path: string, text: string): hbs.AST.Program {
  checkSize(path, text);
  try {
    const program = Handlebars.parseWithoutProcessing(text);
    checkDepth(path, program);
    return program;
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
    throw new TemplateError(path, line, unreadable(message));
  }
}

/** Tags `{{…}}` of a template and characters of a tag: those of the program have 58 and 55. */
const MOST_TAGS = 1000;
const MOST_LENGTH = 1000;

/** Throws where reading a template would take the square of its tags: 2,000 of them 2 seconds. */
function checkSize(path: string, text: string): void {
  let line = 1;
  for (const [count, piece] of text.split('{{').entries()) {
    const isLong = !piece.startsWith('!') && piece.indexOf('}}') > MOST_LENGTH;
    if (count > MOST_TAGS || (count > 0 && isLong)) {
      const reason = say(
        `一个模板里最多写${MOST_TAGS}处“{{…}}”，每处不超过${MOST_LENGTH}个字`,
        `a template takes at most ${MOST_TAGS} tags “{{…}}” of ${MOST_LENGTH} characters`,
      );
      throw new TemplateError(path, line, reason);
    }
    line += piece.split('\n').length - 1;
  }
}

/** Blocks and calls within each other: those of the program go down 5 levels. */
const MOST_LEVELS = 60;

/** Throws where a template is so deep that those who go through it run out of stack. */
function checkDepth(path: string, program: hbs.AST.Program): void {
  let depth = 0;
  class Diver extends Handlebars.Visitor {
    override accept(node: hbs.AST.Node): void {
      depth += 1;
      // A level of blocks is two nodes.
      if (depth > MOST_LEVELS * 2) {
        const reason = say(
          `这里的区块和调用一层套一层，超过${MOST_LEVELS}层`,
          `more than ${MOST_LEVELS} blocks and calls within each other`,
        );
        throw new TemplateError(path, node.loc.start.line, reason);
      }
      super.accept(node);
      depth -= 1;
    }
  }
  new Diver().accept(program);
}

/** Names that partial calls pass on: `{{> tick tick=this}}`. */
export function passedNames(programs: Iterable<hbs.AST.Program>): Set<string> {
  const names = new Set<string>();
  class Collector extends Handlebars.Visitor {
    override Hash(hash: hbs.AST.Hash): void {
      for (const { key } of hash.pairs) names.add(key);
      super.Hash(hash);
    }
  }
  for (const program of programs) new Collector().accept(program);
  return names;
}

/** Throws TemplateError for the first name that is no field, helper or partial and is not passed. */
export function checkNames(
  path: string,
  program: hbs.AST.Program,
  known: { readonly passed: ReadonlySet<string>; readonly helpers: ReadonlySet<string> },
): void {
  class Checker extends Handlebars.Visitor {
    override PathExpression(expression: hbs.AST.PathExpression): void {
      const [first, ...rest] = expression.parts;
      const own = expression.data ? rest : first === undefined ? [] : [first, ...rest];
      const names = expression.data && first !== 'root' ? [] : own;
      for (const name of names) {
        if (isField(name) || known.passed.has(name) || known.helpers.has(name)) continue;
        throw new TemplateError(path, expression.loc.start.line, unknownWords(name));
      }
    }
  }
  new Checker().accept(program);
}

function unknownWords(name: string): Words {
  return say(`模板用到的“${name}”在页面数据里没有`, `“${name}” is in no data of a page`);
}

/** Handlebars says what it expected in its own terms; the blocks that do not match are of use. */
function unreadable(message: string): Words {
  const [, open, close] = /^(\S+) doesn't match (\S+)/.exec(message) ?? [];
  if (open === undefined || close === undefined) {
    return say(
      '模板读不懂，核对花括号和块的开头、结尾',
      'the template cannot be read: check braces and the ends of blocks',
    );
  }
  return say(
    `模板里“${open}”的结尾写成了“${close}”`,
    `the block “${open}” is closed as “${close}”`,
  );
}
