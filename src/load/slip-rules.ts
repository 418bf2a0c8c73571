import type { RuleDoc } from '../model/rule-doc.ts';
import { say } from '../model/words.ts';

/** Slips of Chinese input and of Word, in files that YAML may read all the same. */
export const SLIP_RULES = [
  {
    id: 'odd-blank',
    severity: 'error',
    title: say('用了全角空格或不换行空格', 'wide or no-break blank'),
    why: say(
      '缩进和冒号后面只认半角空格。从 Word、网页粘贴来的空格看着一样，读不出来。',
      'Only ordinary blanks indent and follow colons; those pasted from Word and web pages look alike.',
    ),
    bad: 'level:\u3000县级\n',
    good: 'level: 县级\n',
  },
  {
    id: 'list-marker',
    severity: 'error',
    title: say('列表项前面不是“- ”', 'entry of a list without “- ”'),
    why: say(
      '手工编号的几行会连成一段，几条要求就成了一条。',
      'Lines numbered by hand are read as one text: several demands become one.',
    ),
    bad: 'prohibitions:\n  1. 不得转让\n  2. 不得涂改\n',
    good: 'prohibitions:\n  - 不得转让\n  - 不得涂改\n',
  },
  {
    id: 'list-separator',
    severity: 'error',
    title: say('列表用了全角标点', 'list with Chinese punctuation'),
    why: say(
      '列表写成 [甲, 乙]，只认半角方括号和半角逗号，否则全部当成一项。',
      'A list is [a, b] with ASCII brackets and commas; else several entries are one.',
    ),
    bad: 'audience: 【自然人，企业法人】\n',
    good: 'audience: [自然人, 企业法人]\n',
  },
  {
    id: 'odd-quote',
    severity: 'error',
    title: say('内容外面是中文引号', 'value in quotes of Chinese input'),
    why: say(
      '中文引号不是 YAML 的引号，会和内容一起印出来，电话、编码也就对不上。',
      'Quotes of Chinese input are printed with the value, so phones and codes do not match.',
    ),
    bad: 'contact: { consult: “0399-5550101” }\n',
    good: 'contact: { consult: "0399-5550101" }\n',
  },
  {
    id: 'lost-text',
    severity: 'error',
    title: say('内容被 # 截断', 'text lost behind #'),
    why: say(
      '空格后面的 # 是注释的开头，后面的字不会发布，也没有人会发现。注释在 # 后面空一格。',
      'After a blank, # begins a comment: what follows is lost unseen. A comment has a blank after #.',
    ),
    bad: 'address: 明白大道100号 #3楼\n',
    good: 'address: "明白大道100号 #3楼"\n',
  },
] as const satisfies readonly RuleDoc[];
