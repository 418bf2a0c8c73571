import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** A form comes with an example of how to fill it in. */
export const formWithoutSample: Rule = {
  id: 'form-without-sample',
  severity: 'warning',
  title: say('申请表没有示范文本', 'a form without a filled sample'),
  why: say(
    '申请书示范文本应当在办公场所公示，照着填才不会填错。',
    'A sample application is displayed in the office, so that people fill it in right.',
  ),
  citation: '《中华人民共和国行政许可法》第三十条',
  bad: `materials:
  - name: 取水许可申请书
    kind: 申请表
    necessity: 必要
    criteria: 末页盖章。
    mistakes:
      - 日期漏填
    blank: forms/water-abstraction/blank.txt`,
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
    for (const [at, { name, kind, sample, waiver }] of (value.materials ?? []).entries()) {
      if (kind !== '申请表' || sample !== undefined || waiver !== undefined) continue;
      yield {
        pointer: `/materials/${at}/name`,
        message: say(`“${name}”没有附示范文本`, `“${name}” comes without a filled sample`),
        hint: paste(
          source,
          `/materials/${at}/sample`,
          say('把填好的样表放进 forms/，写明路径', 'put a filled one below forms/, name it'),
        ),
      };
    }
  },
};
