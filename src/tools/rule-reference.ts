import type { Passing, RuleDoc } from '../model/rule-doc.ts';
import { type Language, say, type Words } from '../model/words.ts';

/** Rules of one kind, under one heading. */
export interface RuleGroup {
  readonly title: Words;
  readonly docs: readonly RuleDoc[];
}

const HEAD = say(
  '# 规则\n\n由 `npm run generate` 从规则本身生成，请勿手改。级别可以在 `mingbai.yaml` 的 `rules` 里按标识设置。' +
    '反例和正例都是对一个没有问题的事项所作的修改，`null` 表示去掉这一栏，`files` 修改别的文件。',
  '# Rules\n\nGenerated from the rules by `npm run generate`; do not edit. Levels are set by id under ' +
    '`rules` in `mingbai.yaml`. Each example changes a sound item: `null` takes a field away, ' +
    '`files` changes other files.',
);
const LEVELS: Readonly<Record<RuleDoc['severity'], Words>> = {
  error: say('错误', 'error'),
  warning: say('警告', 'warning'),
  info: say('建议', 'info'),
};
const LABELS = {
  basis: say('依据', 'Basis'),
  bad: say('反例', 'Bad'),
  good: say('正例', 'Good'),
  passes: say('| 放过的 | 例如 | 相近而要报的 |', '| let pass | such as | told, though alike |'),
  table: say('| 规则 | 级别 | 说的是什么 |', '| rule | level | what it says |'),
};

/** The reference of all rules, as two Markdown pages: docs/rules.md and docs/rules.en.md. */
export function ruleReference(groups: readonly RuleGroup[]): Readonly<Record<Language, string>> {
  return { zh: page(groups, 'zh'), en: page(groups, 'en') };
}

function page(groups: readonly RuleGroup[], lang: Language): string {
  const parts = [HEAD[lang]];
  for (const { title, docs } of groups) {
    const rows = docs.map((doc) => {
      return `| [\`${doc.id}\`](#${doc.id}) | ${LEVELS[doc.severity][lang]} | ${doc.title[lang]} |`;
    });
    parts.push(`## ${title[lang]}`, [LABELS.table[lang], '|---|---|---|', ...rows].join('\n'));
    parts.push(...docs.map((doc) => entry(doc, lang)));
  }
  return `${parts.join('\n\n')}\n`;
}

function entry(doc: RuleDoc, lang: Language): string {
  const { id, severity, title, why, citation, bad, good, passes } = doc;
  const parts = [`### ${id}`, `**${title[lang]}** (${LEVELS[severity][lang]})`, why[lang]];
  if (citation !== undefined)
    parts.push(`${LABELS.basis[lang]}${lang === 'zh' ? '：' : ': '}${citation}`);
  parts.push(example(LABELS.bad[lang], bad), example(LABELS.good[lang], good));
  if (passes) parts.push(passed(passes, lang));
  return parts.join('\n\n');
}

/** What a rule lets pass, a row each. */
function passed(passes: readonly Passing[], lang: Language): string {
  const rows = passes.map(({ what, text, unlike }) => `| ${what[lang]} | ${text} | ${unlike} |`);
  return [LABELS.passes[lang], '|---|---|---|', ...rows].join('\n');
}

function example(label: string, yaml: string): string {
  return `${label}\n\n\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\``;
}
