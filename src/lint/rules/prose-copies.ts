import { say } from '../../model/words.ts';
import { findSets, SETS_WORD } from '../../text/claims.ts';
import { foldScript } from '../../text/script.ts';
import type { Rule } from '../rule.ts';

/** “一式三份” agrees with the number of copies. */
export const proseCopies: Rule = {
  id: 'prose-copies',
  severity: 'error',
  title: say('文字里的份数与份数栏不一致', 'prose names another number of copies'),
  why: say(
    '名称里写一式三份，份数栏写两份，群众不知道复印几份。',
    'Three in the name, two in the field: how many does one bring?',
  ),
  bad: 'materials: [{ name: 取水口位置图（一式三份）, necessity: 必要, copies: 2 }]',
  good: 'materials: [{ name: 取水口位置图（一式三份）, necessity: 必要, copies: 3 }]',
  *item({ value }) {
    for (const [at, material] of (value.materials ?? []).entries()) {
      const { copies, photocopies } = material;
      if (copies === undefined) continue;
      for (const key of ['name', 'note', 'filling', 'criteria'] as const) {
        const text = material[key] ?? '';
        if (!text.includes(SETS_WORD)) continue;
        for (const { start, end, value: sets } of findSets(foldScript(text))) {
          if (sets === copies || sets === photocopies || sets === copies + (photocopies ?? 0))
            continue;
          yield {
            pointer: `/materials/${at}/${key}`,
            range: [start, end],
            message: say(
              `这里写一式${sets}份，份数栏是${copies}份`,
              `${sets} copies here, ${copies} in the field`,
            ),
            hint: say('改正其中一处', 'mend one of the two'),
          };
        }
      }
    }
  },
};
