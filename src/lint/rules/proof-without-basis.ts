import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** A certificate may be asked for only where a law says so: the law is to be named. */
export const proofWithoutBasis: Rule = {
  id: 'proof-without-basis',
  severity: 'warning',
  title: say('要求证明没有写依据', 'a certificate is asked for, no basis given'),
  why: say(
    '证明事项要有法律、法规或者国务院决定依据，没有依据的，任何单位不得索要。',
    'A certificate is asked for on the basis of a law only, or not at all.',
  ),
  citation: '《优化营商环境条例》第四十四条',
  bad: `materials:
  - name: 无违法记录证明
    kind: 证明
    necessity: 必要
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
  *item({ value, source }) {
    for (const [at, { name, kind, basis, waiver }] of (value.materials ?? []).entries()) {
      if (kind !== '证明' || basis !== undefined || waiver !== undefined) continue;
      yield {
        pointer: `/materials/${at}/name`,
        message: say(`证明“${name}”没有写依据`, `certificate “${name}” cites no basis`),
        hint: paste(
          source,
          `/materials/${at}/basis`,
          say(
            '写明法律、法规或者国务院决定的条款；没有依据的，取消这项证明',
            'cite the law, or no longer ask for the certificate',
          ),
        ),
      };
    }
  },
};
