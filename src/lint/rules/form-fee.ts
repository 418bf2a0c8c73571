import { say } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

/** The form of an application for a licence is given away. */
export const formFee: Rule = {
  id: 'form-fee',
  severity: 'error',
  title: say('申请书格式文本收费', 'a fee for the application form'),
  why: say(
    '行政机关提供行政许可申请书格式文本，不得收费。',
    'Forms of applications for licences are free of charge.',
  ),
  citation: '《中华人民共和国行政许可法》第五十八条第二款',
  bad: `fees:
  - name: 申请表工本费
    standard: 5元/份
    basis: { law: 中华人民共和国水法, rank: 法律, article: 第四十八条 }`,
  good: `fees:
  - name: 工本费
    standard: 10元/本
    basis: { law: 中华人民共和国水法, rank: 法律, article: 第四十八条 }`,
  *item({ value }) {
    if (value.type !== '行政许可' || !Array.isArray(value.fees)) return;
    for (const [at, { name, standard = '' }] of value.fees.entries()) {
      if (!/申请[书表]|格式文本|表格费|表格工本/.test(name)) continue;
      if (/^0|免|不收/.test(standard)) continue;
      yield {
        pointer: `/fees/${at}/name`,
        message: say(
          `收费项目“${name}”是申请书格式文本的费用，不得收取`,
          `“${name}” is a fee for the application form, which is free`,
        ),
        hint: say('删去这一项收费', 'delete this fee'),
      };
    }
  },
};
