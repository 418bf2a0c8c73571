import type { Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { type Missing, missingElements } from '../completeness/missing-elements.ts';
import { pasteGap } from '../completeness/paste-gap.ts';
import { profilesOf } from '../completeness/profiles.ts';
import type { Report, Rule } from '../rule.ts';

/** An element that one of the chosen standards of completeness asks for is not there. */
export const incompleteElement: Rule = {
  id: 'incomplete-element',
  severity: 'warning',
  title: say('缺少完整度标准要求的要素', 'an element of the chosen standard is missing'),
  why: say(
    '办事指南缺一个要素，群众就要多问一次。完整度按目录设置中 profiles 所列的标准计算。',
    'Each missing element is one more question to ask. The standards are those of `profiles`.',
  ),
  bad: 'conditions: null',
  good: 'conditions: [取水口在明白县境内。]',
  *item(entry, context) {
    if (entry.value.state === '取消') return;
    const { catalog, profiles = profilesOf(catalog.settings.value) } = context;
    for (const missing of missingElements(entry, catalog, profiles).values()) {
      yield tell(missing, entry);
    }
  },
};

function tell({ gaps, profiles }: Missing, { source }: Entry<Item>): Report {
  const [first] = [...gaps.values()];
  const by = [...profiles];
  const label = first?.label ?? say('', '');
  const more = gaps.size === 1 ? say('', '') : say(`，一共${gaps.size}处`, `, ${gaps.size} places`);
  const who = (lang: 'zh' | 'en'): string => by.map((each) => each.title[lang]).join('、');
  return {
    pointer: first?.pointer ?? '',
    message: say(
      `缺少${label.zh}${more.zh}（见${who('zh')}）`,
      `${label.en} missing${more.en} (${who('en')})`,
    ),
    hint: first === undefined ? say('', '') : pasteGap(source, first),
    ...(by[0] === undefined ? {} : { citation: by[0].citation }),
  };
}
