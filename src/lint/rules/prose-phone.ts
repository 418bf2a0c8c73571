import type { Catalog } from '../../model/catalog.ts';
import { say } from '../../model/words.ts';
import { findPhones, readPhones } from '../../text/phone.ts';
import { allEntries } from '../entries.ts';
import { findInProse } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { perField, strings } from '../strings.ts';

const isPhone = perField((field) => /\/(?:phone|consult|complain|hotline)$/.test(field));

/** A number in the prose is one of those that the catalogue keeps in its fields. */
export const prosePhone: Rule = {
  id: 'prose-phone',
  severity: 'warning',
  title: say('文字里的电话在各电话栏都没有', 'a number in the prose stands in no field'),
  why: say(
    '号码变了只会去改电话栏，写在文字里的就成了打不通的旧号。',
    'When a number changes the field is mended; one in the prose is forgotten.',
  ),
  bad: 'notes: 咨询请拨打0399-5557777。',
  good: 'contact: { consult: 0399-5557777 }\nnotes: 咨询请拨打0399-5557777。',
  *catalog({ catalog }) {
    for (const { path, value } of catalog.items) {
      for (const { pointer, text, found } of findInProse(value, findPhones)) {
        const { start, end, digits, kind } = found;
        if (pointer.startsWith('/contact') || kind === 'mobile' || knownPhones(catalog).has(digits))
          continue;
        yield {
          path,
          pointer,
          range: [start, end],
          message: say(
            `电话“${text.slice(start, end)}”在目录的电话栏里都没有`,
            `“${text.slice(start, end)}” stands in no telephone field of the catalogue`,
          ),
          hint: say('改成联系方式里的电话，或把它写进联系方式', 'put the number into contact'),
        };
      }
    }
  },
};

const KNOWN = new WeakMap<Catalog, Set<string>>();

/** Digits of all numbers in fields; retired ones too, which retired-phone reports. */
function knownPhones(catalog: Catalog): Set<string> {
  let known = KNOWN.get(catalog);
  if (known !== undefined) return known;
  known = new Set();
  for (const phone of catalog.settings.value.retired_phones ?? []) {
    for (const { digits } of readPhones(phone)) known.add(digits);
  }
  for (const { value } of allEntries(catalog)) {
    for (const place of strings(value).filter(isPhone)) {
      for (const { digits } of readPhones(place.text)) known.add(digits);
    }
  }
  KNOWN.set(catalog, known);
  return known;
}
