import type { RuleDoc } from '../model/rule-doc.ts';
import { type Language, say } from '../model/words.ts';
import { quotable } from '../text/visible.ts';
import { type CommandEntry, UsageError } from './command.ts';

/** `mingbai explain <anything>`: what a rule, a key, an element, a standard or a value means. */
export const explainCommand: CommandEntry = {
  name: 'explain',
  summary: say(
    '解释一条规则、一个键、一个要素、一个标准或者一个值',
    'explain a rule, a key, an element, a standard or a value',
  ),
  declare(command, tell) {
    command.argument(
      '[word]',
      tell(
        say(
          '规则标识、键名（办理地点、limits.statutory）、要素或者标准的名称；不写则列出全部规则',
          'rule id, key (办理地点, limits.statutory), element or standard; all rules when absent',
        ),
      ),
    );
  },
  async run([word], _options, session) {
    const { ruleDocs } = await import('./rule-docs.ts');
    const { explainRule, listRules } = await import('../report/rules.ts');
    const docs = ruleDocs();
    if (word === undefined) {
      session.world.out(listRules([...docs.values()], session.lang));
      return 0;
    }
    const rule = docs.get(word);
    const parts = [
      ...(rule === undefined ? [] : [explainRule(rule, session.lang)]),
      ...(await explainWords(word, [...docs.values()], session.lang)),
    ];
    if (parts.length === 0) throw await unknownWord(word, docs.keys());
    session.world.out(parts.join('\n'));
    return 0;
  },
};

/** Fields of one name that are explained at length; of more, a line each. */
const MOST_FIELDS = 3;

async function explainWords(
  word: string,
  rules: readonly RuleDoc[],
  lang: Language,
): Promise<string[]> {
  const topics = await import('./explain-topics.ts');
  const report = await import('../report/fields.ts');
  const fields = topics.fieldsNamed(word);
  const elements = topics.elementsNamed(word);
  const standard = topics.standardNamed(word);
  const values = topics.valuesNamed(word);
  return [
    ...(fields.length > MOST_FIELDS
      ? [report.listFields(fields, lang)]
      : fields.map((field) => report.explainField(field, rules, lang))),
    ...elements.map((element) => report.explainElement(element, lang)),
    ...(standard === undefined ? [] : [report.explainStandard(standard, lang)]),
    ...(values.length === 0 ? [] : [report.explainValue(word, values, lang)]),
  ];
}

async function unknownWord(word: string, rules: Iterable<string>): Promise<UsageError> {
  const { nearest } = await import('../text/similar.ts');
  const { topicWords } = await import('./explain-topics.ts');
  const words = [...rules, ...topicWords()];
  const guess = nearest(word, words) ?? words.find((each) => holds(each, word));
  const shown = quotable(word);
  if (guess !== undefined) {
    const zh = `没有“${shown}”这条规则、键或者要素，是不是“${guess}”？`;
    return new UsageError(say(zh, `no rule, key or element “${shown}”; “${guess}”?`));
  }
  const zh = `没有“${shown}”这条规则、键或者要素；规则见 mingbai explain，键见 schemas/README.md`;
  const en = `there is no rule, key or element “${shown}”; see mingbai explain, schemas/README.md`;
  return new UsageError(say(zh, en));
}

/** Whether a longer word has the characters of a shorter one, in their order: 材料的依据, 材料依据. */
function holds(longer: string, shorter: string): boolean {
  const wanted = [...shorter.trim()];
  if (wanted.length < 2) return false;
  let at = 0;
  for (const each of longer) if (each === wanted[at]) at += 1;
  return at === wanted.length;
}
