import { say } from '../../model/words.ts';
import { rankOf, titleOf } from '../bases.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

const ENOUGH: ReadonlySet<string> = new Set(['法律', '行政法规', '国务院决定', '地方性法规']);

/** A service that applicants must buy from others rests on a law, a regulation or a decision. */
export const intermediaryBasis: Rule = {
  id: 'intermediary-basis',
  severity: 'error',
  title: say('中介服务没有依据或者依据级别不够', 'an intermediary service without enough basis'),
  why: say(
    '作为办理条件的中介服务应当有法律、法规或者国务院决定依据；没有的，不得作为办理的条件。',
    'A service that applicants must buy needs a law, a regulation or a State Council decision.',
  ),
  citation: '《优化营商环境条例》第四十三条',
  bad: 'intermediary: [{ name: 水资源论证报告书编制, limit: 30个工作日 }]',
  good: `intermediary:
  - name: 水资源论证报告书编制
    limit: 30个工作日
    basis:
      law: 取水许可和水资源费征收管理条例
      rank: 行政法规
      article: 第十一条第二款`,
  *item({ value, source }, { catalog }) {
    for (const [at, { name, basis }] of (value.intermediary ?? []).entries()) {
      const pointer = `/intermediary/${at}`;
      if (basis === undefined) {
        yield {
          pointer: `${pointer}/name`,
          message: say(`中介服务“${name}”没有写依据`, `service “${name}” cites no basis`),
          hint: paste(
            source,
            `${pointer}/basis`,
            say(
              '写明法律、法规或者国务院决定的条款；没有的，不得作为办理的条件',
              'cite the law; without one it must not be asked for',
            ),
          ),
        };
        continue;
      }
      const rank = rankOf(catalog, basis);
      if (rank === undefined || ENOUGH.has(rank)) continue;
      yield {
        pointer: `${pointer}/basis/law`,
        message: say(
          `中介服务“${name}”的依据${titleOf(catalog, basis)}是${rank}，级别不够`,
          `service “${name}” rests on ${titleOf(catalog, basis)} (${rank}), which is not enough`,
        ),
        hint: say(
          '写出法律、法规或者国务院决定的依据；没有的，不得作为办理的条件',
          'cite a law, a regulation or a State Council decision, or no longer ask for it',
        ),
      };
    }
  },
};
