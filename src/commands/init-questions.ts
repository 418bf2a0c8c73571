import { schemaOf } from '../model/schema-node.ts';
import { say, type Words } from '../model/words.ts';
import type { Beginning } from '../scaffold/beginning.ts';
import { CIS } from '../scaffold/recipes.ts';
import { quotable } from '../text/visible.ts';
import { type Session, UsageError } from './command.ts';
import { oneOf } from './option-values.ts';

/** What can be asked: the option that answers it, the question, and what counts without answer. */
interface Question {
  readonly option: string;
  readonly words: Words;
  readonly known?: readonly string[];
}

const JURISDICTIONS = schemaOf('settings').properties?.jurisdiction?.enum ?? [];
const KEYS = ['zh', 'en'] as const;

const QUESTIONS: readonly Question[] = [
  { option: 'region', words: say('行政区划名称，例如 明白县', 'name of the region') },
  { option: 'regionCode', words: say('行政区划代码，6位，可以不写', 'code of the region') },
  { option: 'title', words: say('目录名称', 'title of the catalogue') },
  { option: 'publisher', words: say('主办单位，可以不写', 'publisher') },
  { option: 'jurisdiction', words: say('按哪里的法规检查', 'law of'), known: JURISDICTIONS },
  { option: 'keys', words: say('键名用中文还是英文', 'language of keys'), known: KEYS },
  { option: 'ci', words: say('仓库放在哪里', 'where the repository lies'), known: CIS },
];

/** What the options say, and what is answered to questions where somebody can be asked. */
export async function readBeginning(
  options: Record<string, unknown>,
  session: Session,
): Promise<Beginning> {
  const answers: Record<string, string | undefined> = {};
  for (const question of QUESTIONS) {
    const given = options[question.option];
    answers[question.option] =
      given === undefined ? await ask(question, answers, session) : String(given).trim();
  }
  return beginningOf(answers, options.from === undefined);
}

async function ask(
  { option, words, known }: Question,
  answers: Readonly<Record<string, string | undefined>>,
  { world, tell }: Session,
): Promise<string | undefined> {
  if (world.ask === undefined) return undefined;
  const usual = DEFAULTS[option]?.(answers);
  const choices = known === undefined ? '' : ` [${known.join('/')}]`;
  const shown = usual === undefined ? '' : tell(say(`（直接回车：${usual}）`, ` (${usual})`));
  for (;;) {
    const answer = await world.ask(`${tell(words)}${choices}${shown}${tell(say('：', ': '))}`);
    if (answer === undefined || answer === '') return undefined;
    if (
      known === undefined ? option !== 'regionCode' || CODE.test(answer) : known.includes(answer)
    ) {
      return answer;
    }
    world.err(`${tell(say('不是可以用的答案，请再写一次', 'not one of the answers'))}\n`);
  }
}

const CODE = /^\d{6}$/;

type Answers = Readonly<Record<string, string | undefined>>;

const DEFAULTS: Readonly<Record<string, (answers: Answers) => string>> = {
  title: ({ region }) => `${region ?? ''}政务服务事项目录`,
  jurisdiction: () => 'national',
  keys: () => 'zh',
  ci: () => 'github',
};

function beginningOf(answers: Answers, withItem: boolean): Beginning {
  const { region = '', regionCode, publisher } = answers;
  const value = (option: string): string => answers[option] ?? DEFAULTS[option]?.(answers) ?? '';
  if (regionCode !== undefined && !CODE.test(regionCode)) {
    const shown = quotable(regionCode);
    const zh = `“${shown}”不是行政区划代码，代码是6位数字，例如 410522`;
    throw new UsageError(say(zh, `“${shown}” is no region code, which has 6 digits`));
  }
  return {
    ...{ title: value('title'), region, regionCode, publisher, withItem },
    jurisdiction: oneOf(value('jurisdiction'), JURISDICTIONS, say('这种适用法规', 'jurisdiction')),
    keys: oneOf(value('keys'), KEYS, say('这种键名', 'key language')),
    ci: oneOf(value('ci'), CIS, say('这种流水线', 'CI')),
  };
}
