import type { Finding } from '../model/finding.ts';
import type { RuleDoc } from '../model/rule-doc.ts';
import { say } from '../model/words.ts';
import { displayWidth } from '../text/characters.ts';
import { visible } from '../text/visible.ts';
import type { ReportStyle } from './report.ts';

/** Errors and all other findings of one kind. */
interface Count {
  errors: number;
  others: number;
}

/** What is counted of findings while they are told, for the end of a report. */
export class Tally {
  readonly #departments = new Map<string, Count>();
  readonly #rules = new Map<string, Count>();
  readonly #titleOf: (path: string) => string | undefined;
  #size = 0;

  /** `titleOf` says what a file calls itself. */
  constructor(titleOf: (path: string) => string | undefined) {
    this.#titleOf = titleOf;
  }

  /** How many findings there were. */
  get size(): number {
    return this.#size;
  }

  add({ path, rule, severity }: Finding): void {
    this.#size += 1;
    const [, above = '', id] = /^(.*?\/?)items\/([^/]+)\/[^/]+$/.exec(path) ?? [];
    const department = id === undefined ? '' : `${above}departments/${id}.yaml`;
    for (const count of [countIn(this.#departments, department), countIn(this.#rules, rule)]) {
      if (severity === 'error') count.errors += 1;
      else count.others += 1;
    }
  }

  /** By department and by what is to be done, most first; nothing where there is nothing to do. */
  *lines({ lang }: ReportStyle, rules: ReadonlyMap<string, RuleDoc>): Iterable<string> {
    if (this.#rules.size === 0) return;
    const shared = say('共用的文件', 'shared files');
    yield* table(say('按部门：', 'by department:')[lang], this.#departments, lang, (path) => {
      if (path === '') return shared[lang];
      return this.#titleOf(path) ?? path.replace(/^.*\/|\.yaml$/g, '');
    });
    yield* table(say('按要做的事：', 'by what is to be done:')[lang], this.#rules, lang, (id) => {
      const title = rules.get(id)?.title[lang];
      return title === undefined ? id : `${title} [${id}]`;
    });
  }
}

function countIn(counts: Map<string, Count>, key: string): Count {
  const count = counts.get(key) ?? { errors: 0, others: 0 };
  counts.set(key, count);
  return count;
}

/** Longer lists end with how many rows there are. */
const MOST = 20;

function* table(
  head: string,
  counts: ReadonlyMap<string, Count>,
  lang: 'zh' | 'en',
  nameOf: (key: string) => string,
): Iterable<string> {
  const rows = [...counts].map(([key, count]) => ({ name: visible(nameOf(key)), ...count }));
  rows.sort((a, b) => b.errors - a.errors || b.others - a.others || (a.name < b.name ? -1 : 1));
  const shown = rows.slice(0, MOST);
  const width = Math.max(...shown.map(({ name }) => displayWidth(name)));
  yield `${head}\n`;
  for (const { name, errors, others } of shown) {
    const gap = ' '.repeat(width - displayWidth(name));
    const words = say(
      `错误 ${errors} 处，警告和建议 ${others} 处`,
      `${errors} errors, ${others} others`,
    );
    yield `  ${name}${gap}  ${words[lang]}\n`;
  }
  if (rows.length > MOST) yield `  ${say(`一共 ${rows.length} 行`, `${rows.length} rows`)[lang]}\n`;
  yield '\n';
}
