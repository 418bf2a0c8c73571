import Handlebars from 'handlebars';
import { say, type Words } from '../../model/words.ts';
import { quotable } from '../../text/visible.ts';
import { TemplateError } from './template-check.ts';
import { TEMPLATE_FILES } from './template-files.ts';
import type { RenderPage } from './template-pages.ts';

/** Templates within each other: those of the program go down 7 levels, the stack holds some 170. */
const MOST_PARTIALS = 100;

/** Calls of templates and rounds of loops for one page: of 1,266 items the largest has 3,458. */
const MOST_STEPS = 100_000;

/** What the runtime of Handlebars calls for a partial; its types leave it out. */
interface Runtime {
  readonly VM: { readonly invokePartial: (this: unknown, ...call: Partial) => unknown };
}

type Partial = [partial: unknown, context: unknown, options: { readonly name: unknown }];

/**
 * Rendering that ends: a template that calls itself without end, or loops within loops, throws
 * TemplateError, and so does every other mistake of a template, with the name of the innermost.
 */
export function limitTemplates(handlebars: typeof Handlebars, render: RenderPage): RenderPage {
  const limits = new Limits();
  const runtime = handlebars as unknown as Runtime;
  const { invokePartial } = runtime.VM;
  const limited = {
    ...runtime.VM,
    invokePartial(this: unknown, ...call: Partial): unknown {
      return limits.call(call[2].name, () => invokePartial.apply(this, call));
    },
  };
  Object.assign(handlebars, { VM: limited });
  const each = handlebars.helpers.each as Handlebars.HelperDelegate;
  handlebars.registerHelper('each', function (this: unknown, list: unknown, options) {
    const fn: Handlebars.TemplateDelegate = (context, own) => {
      limits.step();
      return options.fn(context, own);
    };
    return each.call(this, list, { ...options, fn });
  });
  return (name, view) => limits.page(`html/${name}.hbs`, () => render(name, view));
}

/** How far the rendering of one page has come. */
class Limits {
  #path = '';
  #depth = 0;
  #steps = 0;

  page(path: string, render: () => string): string {
    this.#depth = 0;
    this.#steps = 0;
    return this.within(path, render);
  }

  /** Renders the template of a name, which may have been worked out from data of the page. */
  call<T>(name: unknown, render: () => T): T {
    // What a block call stands around is rendered by this name.
    if (name === '@partial-block') return this.within(this.#path, render);
    const path = TEMPLATE_FILES.get(String(name));
    if (path === undefined) throw new TemplateError(this.#path, 1, unknownTemplate(name));
    return this.within(path, render);
  }

  /** Renders one template. */
  within<T>(path: string, render: () => T): T {
    const outer = this.#path;
    this.#path = path;
    this.#depth += 1;
    try {
      this.step();
      if (this.#depth > MOST_PARTIALS) throw new TemplateError(path, 1, TOO_DEEP);
      return render();
    } catch (error) {
      throw located(error, path);
    } finally {
      this.#depth -= 1;
      this.#path = outer;
    }
  }

  step(): void {
    this.#steps += 1;
    if (this.#steps > MOST_STEPS) throw new TemplateError(this.#path, 1, TOO_MANY);
  }
}

const TOO_DEEP = say(
  `模板一层套一层，超过${MOST_PARTIALS}层：看它是不是直接或间接调用了自己`,
  `more than ${MOST_PARTIALS} templates within each other: does it call itself?`,
);
const TOO_MANY = say(
  `一个页面里循环和调用超过${MOST_STEPS}次：循环套得太多`,
  `more than ${MOST_STEPS} rounds and calls on one page: too many loops within each other`,
);

function unknownTemplate(name: unknown): Words {
  const word = typeof name === 'string' ? quotable(name) : '';
  return say(`没有“${word}”这个模板`, `there is no template “${word}”`);
}

/** Whatever a template throws while it is rendered, with its name and line. */
function located(error: unknown, path: string): TemplateError {
  if (error instanceof TemplateError) return error;
  if (error instanceof RangeError) return new TemplateError(path, 1, TOO_DEEP);
  const line = error instanceof Handlebars.Exception ? error.lineNumber : undefined;
  // The message is in English, for programmers; the name that it is about is between quotes.
  const name = /["'“‘](\S+?)["'”’]/.exec(String(error))?.[1];
  const what = name === undefined ? '' : `“${name}”`;
  const words = say(
    `这里用到的${what}不是模板以为的内容，渲染不出来`,
    `what is used here${name === undefined ? '' : `, “${name}”,`} is not what the template takes it for`,
  );
  return new TemplateError(path, line ?? 1, words);
}
