import { perField, strings } from '../../model/texts.ts';
import { say, type Words } from '../../model/words.ts';
import { type PhoneKind, readPhones } from '../../text/phone.ts';
import type { Rule } from '../rule.ts';

const isPhone = perField((field) => /\/(?:phone|consult|complain|hotline)$/.test(field));
const FAULTS: Partial<Record<PhoneKind, Words>> = {
  'no-area': say('没有写区号', 'lacks the area code'),
  unknown: say('不是电话号码的写法', 'is not written as a telephone number'),
};

const JOINED = say('区号和号码之间没有连字符', 'has no hyphen behind the area code');

/** The same with a hyphen behind the area code: of 3 digits for 10 and 20 to 29, else of 4. */
function partedFrom(text: string): string | undefined {
  const match = /^(010|02\d|0[3-9]\d\d)[— ]?(\d{7,8})$/.exec(text);
  return match === null ? undefined : `${match[1]}-${match[2]}`;
}

/** A number that can be dialled as printed, from anywhere. */
export const phoneForm: Rule = {
  id: 'phone-form',
  severity: 'warning',
  title: say('电话号码写法不对', 'a telephone number in a wrong form'),
  why: say(
    '电话要写区号，外地和手机才打得通；几个电话用顿号隔开。',
    'With the area code it can be dialled from anywhere; several are separated by 、.',
  ),
  bad: 'contact: { consult: "5550101" }',
  good: 'contact: { consult: 0399-5550101、0399-5550102 }',
  *file({ value }) {
    for (const place of strings(value)) {
      if (!isPhone(place) || place.field.startsWith('/marks')) continue;
      for (const phone of readPhones(place.text)) {
        const parted = partedFrom(phone.text);
        const fault = parted === undefined ? FAULTS[phone.kind] : JOINED;
        if (fault === undefined) continue;
        yield {
          pointer: place.pointer,
          range: [phone.start, phone.end],
          message: say(`“${phone.text}”${fault.zh}`, `“${phone.text}” ${fault.en}`),
          hint:
            parted === undefined
              ? say('写成 区号-号码，例如 0399-5550101', 'write area code-number')
              : say(`写成 ${parted}`, `write ${parted}`),
        };
      }
    }
  },
};
