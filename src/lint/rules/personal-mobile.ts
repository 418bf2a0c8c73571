import { say } from '../../model/words.ts';
import { textsWithRun } from '../digits.ts';
import type { Rule } from '../rule.ts';

const MOBILE = /(?<![\d.A-Za-z-])1[3-9]\d{9}(?![\d.])/g;

/** A mobile number is somebody's own: it is not printed unless the catalogue says so. */
export const personalMobile: Rule = {
  id: 'personal-mobile',
  severity: 'warning',
  title: say('公布了手机号码', 'a mobile number is published'),
  why: say(
    '手机号多半是工作人员个人的，公布要本人单独同意；人员调动以后也打不通。',
    'A mobile number is mostly somebody’s own; publishing it takes that person’s consent.',
  ),
  citation: '《中华人民共和国个人信息保护法》第二十五条',
  bad: 'contact: { note: 窗口负责人13800138000 }',
  good: 'contact: { note: 工作日接听 }',
  *file({ value }, { catalog }) {
    if (catalog.settings.value.publish_personal === true) return;
    for (const { pointer, text } of textsWithRun(value, 11)) {
      for (const { index, 0: number } of text.matchAll(MOBILE)) {
        yield {
          pointer,
          range: [index, index + 11],
          message: say(`“${number}”是手机号码`, `“${number}” is a mobile number`),
          hint: say(
            '换成单位的固定电话；本人同意公布的，在设置里写 publish_personal: 是',
            'give an office number, or set publish_personal',
          ),
        };
      }
    }
  },
};
