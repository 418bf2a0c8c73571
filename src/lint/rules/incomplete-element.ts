import { say, type Words } from '../../model/words.ts';
import { measureCompleteness } from '../completeness/measure.ts';
import { PROFILES, type Profile, profilesOf } from '../completeness/profiles.ts';
import type { Rule } from '../rule.ts';

interface Missing {
  readonly label: Words;
  readonly profiles: Profile[];
}

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
  *item({ value }, { catalog, profiles = profilesOf(catalog.settings.value) }) {
    if (value.state === '取消') return;
    const missing = new Map<string, Missing>();
    for (const id of profiles) {
      for (const { pointer, label, rule, written } of measureCompleteness(value, catalog, id)
        .gaps) {
        if (rule !== 'incomplete-element' || written) continue;
        const known = missing.get(pointer) ?? { label, profiles: [] };
        known.profiles.push(PROFILES[id]);
        missing.set(pointer, known);
      }
    }
    for (const [pointer, { label, profiles: by }] of missing) {
      const titles = (lang: 'zh' | 'en'): string => by.map((each) => each.title[lang]).join('、');
      yield {
        pointer,
        message: say(
          `缺少${label.zh}（${titles('zh')}都列有这一项）`.replace(
            '都列',
            by.length > 1 ? '都列' : '列',
          ),
          `${label.en} missing (asked for by ${titles('en')})`,
        ),
        hint: say(`补写${label.zh}`, `add the ${label.en}`),
        ...(by[0] === undefined ? {} : { citation: by[0].citation }),
      };
    }
  },
};
