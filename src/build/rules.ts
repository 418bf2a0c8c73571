import type { RuleDoc } from '../model/rule-doc.ts';
import { say } from '../model/words.ts';

/** What only shows when a guide is set in type. */
export const BUILD_RULES = [
  {
    id: 'missing-glyph',
    severity: 'error',
    title: say('字库里没有这个字', 'no font has this character'),
    why: say('印出来会缺字。', 'It would be missing in print.'),
    bad: 'name: 取水许可\u{f0000}\n',
    good: 'name: 取水许可\n',
  },
  {
    id: 'notice-overflow',
    severity: 'warning',
    title: say('一次性告知单一页放不下', 'the notice sheet does not fit one page'),
    why: say(
      '告知单要让人一眼看全。字号已缩到最小仍超出一页。',
      'A notice sheet is read at a glance; even at the smallest size it runs over.',
    ),
    bad: '# 材料有四十项',
    good: '# 按情形拆分材料',
  },
] as const satisfies readonly RuleDoc[];
