import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** Who may pay less is said by a document: it is to be named. */
export const feeReductionBasis: Rule = {
  id: 'fee-reduction-basis',
  severity: 'warning',
  title: say('收费减免没有依据', 'a reduction without a basis'),
  why: say(
    '减免给谁、减多少由文件规定，写出依据，群众才好主张。',
    'Who pays less is laid down somewhere; with the document named people can claim it.',
  ),
  citation: 'GB/T 39554.2-2020（未核对原文）',
  bad: `fees:
  - name: 登记费
    standard: 80元/件
    basis:
      law: 中华人民共和国水法
      rank: 法律
      article: 第四十八条
    reduction: 小微企业减半收取`,
  good: `fees:
  - name: 登记费
    standard: 80元/件
    basis:
      law: 中华人民共和国水法
      rank: 法律
      article: 第四十八条
    reduction: 小微企业减半收取
    reduction_basis:
      law: 国家发展改革委关于不动产登记收费标准的通知
      document: 发改价格规〔2016〕2559号
      article: 第三条`,
  *item({ value, source }) {
    if (!Array.isArray(value.fees)) return;
    for (const [at, { name, reduction, reduction_basis: basis }] of value.fees.entries()) {
      if (reduction === undefined || basis !== undefined) continue;
      if (/^(?:无|没有|不予?减免|不允许减免)/.test(reduction) || reduction.includes('《')) continue;
      yield {
        pointer: `/fees/${at}/reduction`,
        message: say(
          `收费项目“${name}”有减免，没有写减免依据`,
          `fee “${name}” can be reduced, by what document is not said`,
        ),
        hint: paste(
          source,
          `/fees/${at}/reduction_basis`,
          say('写明减免的依据', 'cite what allows it'),
        ),
      };
    }
  },
};
