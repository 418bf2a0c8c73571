import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

const LICENSING_LAW = /听证|招标|拍卖|检验|检测|检疫|鉴定|专家评审/;

/** Time outside the limit needs a law: eight procedures have one in 行政许可法 第四十五条. */
export const specialProcedureBasis: Rule = {
  id: 'special-procedure-basis',
  severity: 'error',
  title: say('特别程序没有依据', 'a special procedure without a basis'),
  why: say(
    '不计入办结时限的只有听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审八种；踏勘、公示、征求意见要另有法律依据才能不计入。',
    'Only eight procedures stop the clock by themselves; a site visit or public notice does not.',
  ),
  citation: '《中华人民共和国行政许可法》第四十五条',
  bad: 'limits: { special: [{ kind: 现场踏勘, days: 5个工作日 }] }',
  good: 'limits: { special: [{ kind: 专家评审, days: 20个工作日, note: 提交报告书的，才需要评审。 }] }',
  when: ['/limits/special/0/kind'],
  *item({ value, source }) {
    for (const [at, { kind, basis, counted }] of (value.limits?.special ?? []).entries()) {
      const extension = /延长|延期/.test(kind);
      if (basis !== undefined || counted === true || LICENSING_LAW.test(kind) || extension)
        continue;
      yield {
        pointer: `/limits/special/${at}/kind`,
        message: say(
          `“${kind}”不在行政许可法所列的八种程序之内，又没有写依据，不能不计入办结时限`,
          `“${kind}” is none of the eight procedures of the Licensing Law and cites no other basis`,
        ),
        hint: paste(
          source,
          `/limits/special/${at}/basis`,
          say(
            '写明依据的法律和条款；没有依据的，写 counted: 是，计入办结时限',
            'cite the law, or write counted: 是 so that it counts towards the limit',
          ),
        ),
        ...(value.type === '行政许可' ? {} : { severity: 'warning' as const }),
      };
    }
  },
};
