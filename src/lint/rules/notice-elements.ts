import type { Item } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

type Element = readonly [pointer: string, label: Words, present: (item: Item) => boolean];

/** The elements of a notice sheet (一次性告知单); the seventh, the name, no item can lack. */
const ELEMENTS: readonly Element[] = [
  ['/basis', say('法律依据', 'legal basis'), (item) => (item.basis?.length ?? 0) > 0],
  ['/materials', say('申请材料', 'materials'), (item) => item.materials !== undefined],
  ['/fees', say('收费标准', 'fees'), (item) => item.fees !== undefined],
  ['/limits/committed', say('承诺时限', 'committed time limit'), hasCommittedLimit],
  ['/steps', say('办理流程', 'process'), (item) => (item.steps?.length ?? 0) > 0],
  ['/contact/complain', say('监督电话', 'complaint phone'), (item) => !!item.contact?.complain],
];

/** Without all of its seven elements a notice sheet must not be handed out. */
export const noticeElements: Rule = {
  id: 'notice-elements',
  severity: 'error',
  title: say('一次性告知单缺少要素', 'the notice sheet lacks an element'),
  why: say(
    '告知单要写明名称、法律依据、申请资料、收费标准、承诺时限、办理流程、监督电话七项，缺一项就会让人多跑一趟。',
    'A notice sheet states seven things; each one missing costs somebody a trip.',
  ),
  citation: '《中华人民共和国行政许可法》第三十条',
  bad: 'contact: { complain: null }',
  good: 'contact: { complain: 0999-5550199 }',
  *item({ value }) {
    for (const [pointer, label, present] of ELEMENTS) {
      if (present(value)) continue;
      yield {
        pointer,
        message: say(
          `缺少${label.zh}，不能出一次性告知单`,
          `${label.en} missing: no notice sheet can be made`,
        ),
        hint: say(`补写${label.zh}`, `add the ${label.en}`),
      };
    }
  },
};

function hasCommittedLimit(item: Item): boolean {
  const { committed, committed_note } = item.limits ?? {};
  return !!committed || !!committed_note || (item.situations ?? []).some((each) => each.committed);
}
