import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** Who asks for a form has to hand it out. */
export const formWithoutBlank: Rule = {
  id: 'form-without-blank',
  severity: 'warning',
  title: say('申请表没有空白表格', 'a form without its blank'),
  why: say(
    '申请书要用格式文本的，应当向申请人提供格式文本。',
    'Where an application takes a form the applicant is given that form.',
  ),
  citation: '《中华人民共和国行政许可法》第二十九条',
  bad: `materials:
  - name: 取水许可申请书
    kind: 申请表
    necessity: 必要
    criteria: 末页盖章。
    mistakes:
      - 日期漏填
    sample: forms/water-abstraction/sample.txt`,
  good: `materials:
  - name: 取水许可申请书
    kind: 申请表
    necessity: 必要
    criteria: 末页盖章。
    mistakes:
      - 日期漏填
    blank: forms/water-abstraction/blank.txt
    sample: forms/water-abstraction/sample.txt`,
  when: ['/materials/0/kind=申请表'],
  *item({ value, source }) {
    for (const [at, { name, kind, blank, waiver }] of (value.materials ?? []).entries()) {
      if (kind !== '申请表' || blank !== undefined || waiver !== undefined) continue;
      yield {
        pointer: `/materials/${at}/name`,
        message: say(`“${name}”没有附空白表格`, `“${name}” comes without a blank form`),
        hint: paste(
          source,
          `/materials/${at}/blank`,
          say('把空白表格放进 forms/，写明路径', 'put the blank below forms/, name it'),
        ),
      };
    }
  },
};
