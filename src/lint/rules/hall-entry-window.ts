import { say } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

/** An item said not to be in the hall has no window there. */
export const hallEntryWindow: Rule = {
  id: 'hall-entry-window',
  severity: 'error',
  title: say('没有进驻大厅却在大厅有窗口', 'not in the hall, yet with a window there'),
  why: say(
    '一处写没有进驻，一处写大厅的窗口，两处必有一处是错的。',
    'One place says it is not in the hall, the other names a window there.',
  ),
  bad: 'hall_entry: { entered: 否, reason: 涉及国家秘密 }',
  good: 'hall_entry: { entered: 是 }',
  *item({ value }, { catalog }) {
    if (value.hall_entry?.entered !== false) return;
    for (const [at, { hall: id }] of (value.channels?.windows ?? []).entries()) {
      const hall = catalog.halls.get(id)?.value;
      if (hall?.kind !== '政务服务大厅') continue;
      yield {
        pointer: `/channels/windows/${at}/hall`,
        message: say(
          `写明没有进驻政务大厅，办理窗口却在“${hall.name}”`,
          `said not to be in the hall, yet its window is in “${hall.name}”`,
        ),
        hint: say('改正是否进驻，或换掉这个窗口', 'mend hall_entry, or name another window'),
      };
      return;
    }
  },
};
