import { say } from '../../model/words.ts';
import { readPhones } from '../../text/phone.ts';
import type { Rule } from '../rule.ts';

/** A complaint does not go to the desk it is about. */
export const consultIsComplain: Rule = {
  id: 'consult-is-complain',
  severity: 'warning',
  title: say('咨询电话与投诉电话相同', 'enquiries and complaints share a number'),
  why: say(
    '投诉打到被投诉的窗口，没有人会受理。热线12345除外。',
    'A complaint must not ring at the desk it is about. The hotline 12345 is an exception.',
  ),
  bad: 'contact: { consult: 0399-5550101, complain: 0399-5550101 }',
  good: 'contact: { consult: 0399-5550101, complain: 0399-5551101 }',
  *item({ value }) {
    const { consult = '', complain = '' } = value.contact ?? {};
    const asked = new Set(readPhones(consult).map((phone) => phone.digits));
    for (const { digits, text, kind, start, end } of readPhones(complain)) {
      if (kind === 'hotline' || digits === '' || !asked.has(digits)) continue;
      yield {
        pointer: '/contact/complain',
        range: [start, end],
        message: say(
          `监督投诉电话“${text}”也是咨询电话`,
          `“${text}” is given for complaints and for enquiries`,
        ),
        hint: say('监督投诉写监督机构的电话或者12345', 'give the number of the supervising body'),
      };
    }
  },
};
