import { say, type Words } from '../../model/words.ts';
import { basesOf, lawOf, titleOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** A law is a basis from the day it takes effect, and that day is one. */
export const lawNotInForce: Rule = {
  id: 'law-not-in-force',
  severity: 'error',
  title: say('依据的实施日期不对', 'the effective date of a basis is wrong'),
  why: say(
    '法律从实施之日起才能作依据；同一部法律在两处写了不同的实施日期，必有一处是错的。',
    'A law is a basis only from its effective date; where two dates are given one is wrong.',
  ),
  bad: `basis:
  - law: 中华人民共和国水法
    rank: 法律
    article: 第四十八条
    quote: 取用水资源应当申请领取取水许可证。
    effective: 2099-01-01`,
  good: `basis:
  - law: 中华人民共和国水法
    rank: 法律
    article: 第四十八条
    quote: 取用水资源应当申请领取取水许可证。
    effective: 2002-10-01`,
  *item({ value }, { catalog, today }) {
    const inUse = (value.state ?? '在用') === '在用' && (value.effective ?? '') <= today;
    for (const { pointer, basis } of basesOf(value)) {
      const law = lawOf(catalog, basis.law);
      const kept = law?.value.effective;
      const effective = basis.effective ?? kept ?? '';
      if (basis.effective === undefined && kept === undefined) continue;
      const title = titleOf(catalog, basis);
      let message: Words | undefined;
      if (inUse && effective > today) {
        message = say(
          `${title}从${effective}起施行，现在还不能作依据`,
          `${title} takes effect on ${effective} and is no basis yet`,
        );
      } else if (kept !== undefined && basis.effective !== undefined && basis.effective !== kept) {
        message = say(
          `${title}的实施日期写成${basis.effective}，${law?.path} 写的是${kept}`,
          `${title} takes effect ${basis.effective} here, ${kept} in ${law?.path}`,
        );
      }
      if (message === undefined) continue;
      yield {
        pointer: `${pointer}/${basis.effective === undefined ? 'law' : 'effective'}`,
        message,
        hint: say('查对公布的文本，改正日期', 'look up the published text and mend the date'),
      };
    }
  },
};
