import { say } from '../../model/words.ts';
import { rankOf, titleOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

const ENOUGH: ReadonlySet<string> = new Set(['法律', '行政法规']);

/** A fee for a licence needs a law of the Congress or a regulation of the State Council. */
export const licenceFeeRank: Rule = {
  id: 'licence-fee-rank',
  severity: 'error',
  title: say('行政许可收费的依据级别不够', 'the basis of a licence fee ranks too low'),
  why: say(
    '实施行政许可不得收费，法律、行政法规另有规定的除外。规章和文件只能定标准，不能设定收费。',
    'Licences are free unless a law or State Council regulation provides otherwise.',
  ),
  citation: '《中华人民共和国行政许可法》第五十八条',
  bad: `type: 行政许可
basis:
  - law: 中华人民共和国水法
    article: 第四十八条
    quote: 取用水资源应当申请领取取水许可证。
fees:
  - name: 评审费
    standard: 100元/件
    basis:
      law: 明白县收费管理办法
      rank: 规范性文件
      article: 第三条`,
  good: `type: 行政许可
fees:
  - name: 工本费
    standard: 10元/本
    basis:
      law: 中华人民共和国水法
      rank: 法律
      article: 第四十八条`,
  *item({ value }, { catalog }) {
    if (value.type !== '行政许可' || !Array.isArray(value.fees)) return;
    const lawful = (value.basis ?? []).some((each) => {
      return /费|缴纳/.test(each.quote ?? '') && ENOUGH.has(rankOf(catalog, each) ?? '');
    });
    if (lawful) return;
    for (const [at, { name, basis, note }] of value.fees.entries()) {
      if (basis === undefined) continue;
      const rank = rankOf(catalog, basis);
      if (rank === undefined || ENOUGH.has(rank)) continue;
      if (/《[^》]*(?:法|条例)》/.test(`${basis.quote ?? ''}${note ?? ''}`)) continue;
      yield {
        pointer: `/fees/${at}/basis/law`,
        message: say(
          `行政许可收费项目“${name}”的依据${titleOf(catalog, basis)}是${rank}，不是法律或者行政法规`,
          `licence fee “${name}” rests on ${titleOf(catalog, basis)} (${rank}), not on a law`,
        ),
        hint: say(
          '写出规定这项收费的法律或者行政法规；没有的，不得收费，改为不收费',
          'cite the law that provides for the fee; without one write 不收费',
        ),
      };
    }
  },
};
