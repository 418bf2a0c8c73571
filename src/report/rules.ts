import type { Passing, Reliance, RuleDoc } from '../model/rule-doc.ts';
import type { Language } from '../model/words.ts';

const WORDS: Record<Language, Record<string, string>> = {
  zh: {
    error: '错误',
    warning: '警告',
    info: '建议',
    basis: '依据',
    bad: '反例',
    good: '正例',
    passes: '放过的',
  },
  en: {
    error: 'error',
    warning: 'warning',
    info: 'info',
    basis: 'basis',
    bad: 'bad',
    good: 'good',
    passes: 'let pass',
  },
};

/** One rule at length: what it says, why, on what it rests, a bad and a good example. */
export function explainRule(rule: RuleDoc, lang: Language): string {
  const words = WORDS[lang];
  const parts = [`${rule.id}（${words[rule.severity]}）${rule.title[lang]}`, '', rule.why[lang]];
  if (rule.citation !== undefined) parts.push('', `${words.basis}：${rule.citation}`);
  if (rule.reliances?.length) parts.push('', ...rule.reliances.map((each) => relied(each, lang)));
  parts.push('', `${words.bad}：`, indent(rule.bad), `${words.good}：`, indent(rule.good));
  if (rule.passes?.length) {
    parts.push(`${words.passes}：`, ...rule.passes.map((each) => passed(each, lang)));
  }
  return `${parts.join('\n')}\n`;
}

/** Something that the rule lets pass, and something like it that it does not. */
function passed({ what, text, unlike }: Passing, lang: Language): string {
  return lang === 'en'
    ? `  ${what.en}: ${text} (not: ${unlike})`
    : `  ${what.zh}：${text}（不是：${unlike}）`;
}

/** An article with its reach and the sentence relied on. */
function relied(
  { place, citation, words, force, fields, types, liability }: Reliance,
  lang: Language,
) {
  const of = [...fields, ...(types ?? [])].join(lang === 'en' ? ', ' : '、');
  const more = liability === undefined ? '' : liability;
  if (lang === 'en') {
    const kind = force === 'ban' ? 'forbids it' : 'asks to be concrete';
    return `  ${place}: ${citation} (${kind}; ${of})${more && `; liability: ${more}`}\n    “${words}”`;
  }
  const kind = force === 'ban' ? '禁止这样写' : '要求写具体';
  return `  ${place}：${citation}（${kind}；${of}）${more && `；责任见${more}`}\n    “${words}”`;
}

/** All rules, a line each. */
export function listRules(rules: readonly RuleDoc[], lang: Language): string {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  return rules
    .map((rule) => `${rule.id.padEnd(width)}  ${WORDS[lang][rule.severity]}  ${rule.title[lang]}\n`)
    .join('');
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
