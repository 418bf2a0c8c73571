import type { Material } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { OUTCOME_QUESTIONS, verdictOf } from '../outcomes.ts';
import { paste } from '../paste.ts';
import type { Report, Rule } from '../rule.ts';

/** Each certificate passes the four questions by which certificates are abolished (四个一律). */
export const proofOutcome: Rule = {
  id: 'proof-outcome',
  severity: 'warning',
  title: say('证明没有逐项写清理结论', 'a certificate without its four outcomes'),
  why: say(
    '没有法律法规依据的取消，能用证照证明的取消，能书面承诺的取消，没有列入清单的不得要求：四项都要有结论，结论只有两种写法。',
    'Without a law, replaceable by a licence or a promise, or unlisted: each abolishes it.',
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
      lawful: 有`,
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
      lawful: 有
      licence: 不能
      promise: 不能
      listed: 是`,
  when: ['/materials/0/kind=证明'],
  *item({ value, source }) {
    for (const [at, material] of (value.materials ?? []).entries()) {
      const { name, kind, outcome, waiver } = material;
      if (kind !== '证明' || waiver !== undefined) continue;
      const open = OUTCOME_QUESTIONS.filter(({ key }) => !outcome?.[key]);
      if (open.length > 0) {
        const missing = open.map(({ label }) => label).join('、');
        yield {
          pointer: `/materials/${at}/${outcome === undefined ? 'kind' : 'outcome'}`,
          message: say(
            `证明“${name}”没有写结论：${missing}`,
            `certificate “${name}” lacks ${open.length} of its four outcomes`,
          ),
          hint: paste(
            source,
            `/materials/${at}/outcome`,
            say('逐项写出结论', 'state each outcome'),
          ),
        };
      }
      yield* unclear(material, `/materials/${at}/outcome`);
    }
  },
};

/** Answers that say neither the one nor the other. */
function* unclear({ outcome }: Material, pointer: string): Iterable<Report> {
  for (const question of OUTCOME_QUESTIONS) {
    const { key, label, answers } = question;
    const answer = outcome?.[key];
    if (!answer || verdictOf(question, answer) !== undefined) continue;
    const [keep, abolish] = answers;
    yield {
      pointer: `${pointer}/${key}`,
      message: say(
        `“${label}”写着“${answer}”，看不出结论`,
        `“${answer}” is no answer to “${label}”`,
      ),
      hint: say(
        `以“${keep}”或者“${abolish}”开头，理由写在逗号后面`,
        `begin with ${keep} or ${abolish}; say why after a comma`,
      ),
    };
  }
}
