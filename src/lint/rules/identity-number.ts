import { say } from '../../model/words.ts';
import { findIdentityNumbers } from '../../text/phone.ts';
import { textsWithRun } from '../digits.ts';
import type { Rule } from '../rule.ts';

/** Nobody's identity number is printed. */
export const identityNumber: Rule = {
  id: 'identity-number',
  severity: 'error',
  title: say('公布了居民身份证号码', 'an identity number is published'),
  why: say(
    '身份证号码属于个人信息，没有本人单独同意不得公开。示例里也不要用真实的号码。',
    'An identity number is personal; it is not made public, not in an example either.',
  ),
  citation: '《中华人民共和国个人信息保护法》第二十五条',
  bad: 'notes: 联系人身份证号11010519491231002X。',
  good: 'notes: 请带身份证原件。',
  *file({ value }, { catalog }) {
    if (catalog.settings.value.publish_personal === true) return;
    for (const { pointer, text } of textsWithRun(value, 17)) {
      if (pointer.startsWith('/codes') || pointer === '/uscc') continue;
      for (const [start, end] of findIdentityNumbers(text)) {
        yield {
          pointer,
          range: [start, end],
          message: say('这是一个居民身份证号码', 'this is a resident identity number'),
          hint: say('删去这个号码', 'delete the number'),
        };
      }
    }
  },
};
