import { say } from '../../model/words.ts';
import { rankOf, titleOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

const ENOUGH = new Set(['法律', '行政法规', '国务院决定', '地方性法规']);

/** Rules of a ministry or office cannot found a duty to bring certificates. */
export const proofBasisRank: Rule = {
  id: 'proof-basis-rank',
  severity: 'error',
  title: say('证明的依据级别不够', 'the basis of a certificate ranks too low'),
  why: say(
    '证明事项只能由法律、法规或者国务院决定设定，规章和文件不能设定。',
    'Only laws, regulations and State Council decisions can require a certificate.',
  ),
  citation: '《优化营商环境条例》第四十四条',
  bad: `materials:
  - name: 无违法记录证明
    kind: 证明
    necessity: 必要
    basis:
      law: 明白县办事规定
      rank: 规范性文件
      article: 第三条
    outcome:
      lawful: 有
      licence: 不能
      promise: 不能
      listed: 是`,
  good: `materials:
  - name: 无违法记录证明
    kind: 证明
    necessity: 必要
    basis:
      law: 中华人民共和国水法
      rank: 法律
      article: 第四十八条
    outcome:
      lawful: 有
      licence: 不能
      promise: 不能
      listed: 是`,
  when: ['/materials/0/kind=证明'],
  *item({ value }, { catalog }) {
    for (const [at, { name, kind, basis, waiver }] of (value.materials ?? []).entries()) {
      if (kind !== '证明' || basis === undefined || waiver !== undefined) continue;
      const rank = rankOf(catalog, basis);
      if (rank === undefined || ENOUGH.has(rank)) continue;
      yield {
        pointer: `/materials/${at}/basis/law`,
        message: say(
          `证明“${name}”的依据${titleOf(catalog, basis)}是${rank}，不能设定证明`,
          `certificate “${name}” rests on ${titleOf(catalog, basis)} (${rank})`,
        ),
        hint: say(
          '写出法律、法规或者国务院决定的依据；没有的，取消这项证明',
          'cite a law or regulation, or no longer ask for the certificate',
        ),
      };
    }
  },
};
