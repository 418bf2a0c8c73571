import type { Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { valueAt } from '../../model/texts.ts';
import { say, type Words } from '../../model/words.ts';
import { type Gap, measureCompleteness } from '../completeness/measure.ts';
import { pasteGap } from '../completeness/paste-gap.ts';
import { PROFILES, type Profile, profilesOf } from '../completeness/profiles.ts';
import type { LintContext, Report, Rule } from '../rule.ts';

interface Missing {
  readonly gaps: Map<string, Gap>;
  readonly profiles: Set<Profile>;
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
  *item(entry, context) {
    if (entry.value.state === '取消') return;
    for (const missing of missingOf(entry, context)) yield tell(missing, entry);
  },
};

/** Gaps by element: one for the rows of a list together. */
function missingOf({ value: item, source }: Entry<Item>, context: LintContext): Missing[] {
  const { catalog, profiles = profilesOf(catalog.settings.value) } = context;
  const missing = new Map<Words, Missing>();
  for (const id of profiles) {
    for (const gap of measureCompleteness(item, catalog, id).gaps) {
      if (gap.rule !== 'incomplete-element' || gap.written) continue;
      // A required key that is missing has its own finding.
      if (valueAt(item, gap.pointer) === '' && !source.holds(gap.pointer)) continue;
      // What is there but could not be read has its own finding.
      if (valueAt(item, gap.pointer) === undefined && source.holds(gap.pointer)) continue;
      const known = missing.get(gap.element) ?? { gaps: new Map(), profiles: new Set() };
      known.gaps.set(gap.pointer, gap);
      known.profiles.add(PROFILES[id]);
      missing.set(gap.element, known);
    }
  }
  return [...missing.values()];
}

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
