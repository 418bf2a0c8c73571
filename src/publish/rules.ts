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
  {
    id: 'leaflet-overflow',
    severity: 'warning',
    title: say('三折页放不下全部内容', 'the leaflet does not hold everything'),
    why: say(
      '三折页只有六面。字号已缩到最小仍放不下的部分，折页上列出标题，请人扫码看办事指南。',
      'A leaflet has six panels; what does not fit even at the smallest size is named on it.',
    ),
    bad: '# 材料有四十项',
    good: '# 精简材料的说明',
  },
  {
    id: 'unfit-paper-file',
    severity: 'error',
    title: say('纸面用的字体或徽标用不了', 'a font or emblem for paper cannot be used'),
    why: say(
      '字体要静态 TrueType，徽标要灰度或 RGB 的 JPEG，都放在 forms/ 下。',
      'Fonts must be static TrueType, emblems JPEG in grey or RGB, both below forms/.',
    ),
    bad: 'paper: { emblem: forms/emblem.svg }\n',
    good: 'paper: { emblem: forms/emblem.jpg }\n',
  },
  {
    id: 'broken-link',
    severity: 'error',
    title: say('网页上的链接打不开', 'a link on a page leads nowhere'),
    why: say(
      '点开是“没有这个页面”的链接，让人以为事情办不了。',
      'A link to a page that is not there makes people give up.',
    ),
    bad: 'materials: [{ name: 取水许可申请书, blank: forms/none.docx }]\n',
    good: 'materials: [{ name: 取水许可申请书, blank: forms/blank.docx }]\n',
  },
  {
    id: 'duplicate-anchor',
    severity: 'error',
    title: say('网页上同一个锚点出现两次', 'an id stands on a page twice'),
    why: say(
      '指向它的链接只能到第一处，读屏软件也会读错。',
      'Links reach the first one only, and screen readers go astray.',
    ),
    bad: '<section id="notes">…<section id="notes">\n',
    good: '<section id="notes">…<section id="more-notes">\n',
  },
] as const satisfies readonly RuleDoc[];
