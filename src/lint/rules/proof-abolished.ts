import { say } from '../../model/words.ts';
import { spelt } from '../key-words.ts';
import { OUTCOME_QUESTIONS, verdictOf } from '../outcomes.ts';
import type { Rule } from '../rule.ts';

/** A proof that one of the four outcomes abolishes is still asked for. */
export const proofAbolished: Rule = {
  id: 'proof-abolished',
  severity: 'error',
  title: say('应当取消的证明仍要提交', 'an abolished certificate is asked for'),
  why: say(
    '没有法律法规依据、能用证照证明、能用书面承诺解决、没有列入清单，有一项的证明就要取消，不得再要求提交。',
    'A certificate without a law, replaceable, or not on the list must not be asked for.',
  ),
  citation: '《优化营商环境条例》第四十四条',
  bad: `materials:
  - name: 无违法记录证明
    kind: 证明
    necessity: 必要
    criteria: 出具日期在申请日期前30日以内。
    basis:
      law: 中华人民共和国水法
      rank: 法律
      article: 第四十八条
    outcome:
      lawful: 有
      licence: 不能
      promise: 能
      listed: 是`,
  good: `materials:
  - name: 无违法记录证明
    kind: 证明
    necessity: 必要
    criteria: 出具日期在申请日期前30日以内。
    basis:
      law: 中华人民共和国水法
      rank: 法律
      article: 第四十八条
    outcome:
      lawful: 有，水法第四十八条
      licence: 不能，证照不载明
      promise: 不能，涉及第三者的权益
      listed: 是`,
  *item({ value, source }) {
    for (const [at, { name, outcome, waiver }] of (value.materials ?? []).entries()) {
      if (outcome === undefined || waiver !== undefined) continue;
      const abolishing = OUTCOME_QUESTIONS.filter(
        (each) => verdictOf(each, outcome[each.key]) === 'abolish',
      );
      const [first] = abolishing;
      if (first === undefined) continue;
      const zh = abolishing.map(({ because }) => because.zh).join('；');
      const en = abolishing.map(({ because }) => because.en).join('; ');
      yield {
        pointer: `/materials/${at}/outcome/${first.key}`,
        message: say(
          `证明“${name}”应当取消：${zh}`,
          `certificate “${name}” is to be abolished: ${en}`,
        ),
        hint: spelt(
          source,
          say(
            '删去这份材料，或者写 {materials.0.waiver}（电子证照、数据共享、部门核验、告知承诺之一）代替提交',
            'delete the material, or write the {materials.0.waiver} that takes its place',
          ),
        ),
      };
    }
  },
};
