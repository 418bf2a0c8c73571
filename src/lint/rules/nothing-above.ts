import { say } from '../../model/words.ts';
import { remembered } from '../../text/remember.ts';
import { foldScript } from '../../text/script.ts';
import type { Rule } from '../rule.ts';

const ABOVE =
  /(?:符合|满足|具备|达到)(?:以上|上述|前述|上列|前款(?:规定)?)(?:全部|所有|各项|的)*(?:条件|要求|情形)/;

/** The words and where they stand, near the beginning of a text. */
const aboveIn = remembered((text) => {
  const folded = foldScript(text);
  const match = ABOVE.exec(folded);
  if (match === null || match.index > 12) return undefined;
  if (/[：:；;\n]/.test(folded.slice(0, match.index))) return undefined;
  return { at: match.index, words: match[0] };
});

/** “以上条件” at the head of the list points at nothing. */
export const nothingAbove: Rule = {
  id: 'nothing-above',
  severity: 'warning',
  title: say('“以上条件”上面没有条件', '“the above” with nothing above'),
  why: say(
    '条件从别处抄来，前面的几条没有抄，群众不知道要符合什么。',
    'The words were copied without what stood above them.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: 'conditions: [符合以上条件的单位和个人可以申请。, 取水口位置已经确定。]',
  good: 'conditions: [取水口位置已经确定。, 符合以上条件的单位和个人可以申请。]',
  *item({ value }) {
    for (const list of ['conditions', 'prohibitions'] as const) {
      const first = value[list]?.[0];
      const text = typeof first === 'string' ? first : (first?.text ?? '');
      const above = aboveIn(text);
      if (above === undefined) continue;
      yield {
        pointer: list === 'conditions' ? '/conditions/0/text' : '/prohibitions/0',
        range: [above.at, above.at + above.words.length],
        message: say(
          `“${above.words}”是第一条，上面没有条件`,
          `“${above.words}” stands first: there is nothing above it`,
        ),
        hint: say('写出具体条件，或删去这一条', 'write out the conditions, or strike this one'),
      };
    }
  },
};
