import { say } from '../../model/words.ts';
import { cannotFoundLicence } from '../../text/law-rank.ts';
import { rankOf, titleOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** A licence rests on a law or regulation, never on ministry rules or documents alone. */
export const licenceBasisRank: Rule = {
  id: 'licence-basis-rank',
  severity: 'error',
  title: say('行政许可只有规章或文件作依据', 'a licence resting on rules or documents alone'),
  why: say(
    '行政许可由法律、行政法规、国务院决定、地方性法规设定，省级政府规章可以设定临时性的；部门规章和规范性文件一律不得设定。',
    'Licences are set by laws and regulations; ministry rules and documents cannot set any.',
  ),
  citation: '《中华人民共和国行政许可法》第十七条',
  bad: `type: 行政许可
basis:
  - law: 取水许可管理办法
    rank: 部门规章
    article: 第十条
    quote: 取用水资源应当申请领取取水许可证。`,
  good: `type: 行政许可
basis:
  - law: 中华人民共和国水法
    rank: 法律
    article: 第四十八条
    quote: 取用水资源应当申请领取取水许可证。`,
  *item({ value }, { catalog }) {
    const bases = value.basis ?? [];
    const [first] = bases;
    if (value.type !== '行政许可' || first === undefined) return;
    const ranks = bases.map((basis) => rankOf(catalog, basis));
    if (!ranks.every((rank) => rank !== undefined && cannotFoundLicence(rank))) return;
    const titles = new Set(
      bases.map((each) => `${titleOf(catalog, each)}（${rankOf(catalog, each)}）`),
    );
    yield {
      pointer: '/basis/0/law',
      message: say(
        `行政许可的设定依据只有${[...titles].join('、')}，不能设定行政许可`,
        `this licence rests on ${[...titles].join(', ')} only`,
      ),
      hint: say(
        '补写设定这项许可的法律、行政法规、国务院决定或者地方性法规；没有的，不得作为行政许可办理',
        'cite the law or regulation that sets this licence; without one it is no licence',
      ),
    };
  },
};
