import { say } from '../../model/words.ts';
import { isAppliedFor, measureCompleteness } from '../completeness/measure.ts';
import { isToldElsewhere } from '../completeness/missing-elements.ts';
import { pasteGap } from '../completeness/paste-gap.ts';
import type { Rule } from '../rule.ts';

/** Without all of its seven elements a notice sheet must not be handed out. */
export const noticeElements: Rule = {
  id: 'notice-elements',
  severity: 'error',
  standsAlone: true,
  title: say('一次性告知单缺少要素', 'the notice sheet lacks an element'),
  why: say(
    '告知单要写明名称、法律依据、申请资料、收费标准、承诺时限、办理流程、监督电话七项，缺一项就会让人多跑一趟。',
    'A notice sheet states seven things; each one missing costs somebody a trip.',
  ),
  citation: '《中华人民共和国行政许可法》第三十条',
  bad: 'contact: { complain: null }',
  good: 'contact: { complain: 0399-5550199 }',
  *item({ value, source }, { catalog }) {
    if (!isAppliedFor(value) || value.state === '取消') return;
    for (const gap of measureCompleteness(value, catalog, 'notice').gaps) {
      const { pointer, label, written } = gap;
      if (isToldElsewhere(value, source, pointer)) continue;
      yield {
        pointer,
        message: written
          ? say(
              `${label.zh}只写了占位的字，不能出一次性告知单`,
              `${label.en} holds a placeholder: no notice sheet can be made`,
            )
          : say(
              `缺少${label.zh}，不能出一次性告知单`,
              `${label.en} missing: no notice sheet can be made`,
            ),
        hint: pasteGap(source, gap),
      };
    }
  },
};
