import type { Catalog } from '../../model/catalog.ts';
import type { ItemFacts } from '../../model/facts.ts';
import { perField, strings } from '../../model/texts.ts';
import { say } from '../../model/words.ts';
import { findPhones, PHONE_WORDS, readPhones } from '../../text/phone.ts';
import { sharedEntries } from '../entries.ts';
import { findInProse, proseFinder } from '../prose.ts';
import type { Rule } from '../rule.ts';

const isPhone = perField((field) => /\/(?:phone|consult|complain|hotline)$/.test(field));

const PHONES = proseFinder(PHONE_WORDS, findPhones);

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
  *facts({ value }) {
    const own = strings(value)
      .filter(isPhone)
      .flatMap(({ text }) => readPhones(text));
    for (const { digits } of own) if (digits !== '') yield digits;
    yield PROSE_FOLLOWS;
    for (const { pointer, text, found } of findInProse(value, PHONES)) {
      const { start, end, digits, kind } = found;
      if (pointer.startsWith('/contact') || kind === 'mobile') continue;
      yield* [digits, pointer, `${start}`, `${end}`, text.slice(start, end)];
    }
  },
  *catalog({ catalog }, facts) {
    const known = knownPhones(catalog, facts);
    for (const { path, facts: noted } of facts) {
      for (let at = noted.indexOf(PROSE_FOLLOWS) + 1; at < noted.length; at += 5) {
        const [digits = '', pointer = '', start, end, text = ''] = noted.slice(at, at + 5);
        if (known.has(digits)) continue;
        yield {
          path,
          pointer,
          range: [Number(start), Number(end)],
          message: say(
            `电话“${text}”在目录的电话栏里都没有`,
            `“${text}” stands in no telephone field of the catalogue`,
          ),
          hint: say('改成联系方式里的电话，或把它写进联系方式', 'put the number into contact'),
        };
      }
    }
  },
};

/** Between the numbers in an item's fields and those in its prose, of five facts each. */
const PROSE_FOLLOWS = '';

/** Digits of all numbers in fields; retired ones too, which retired-phone reports. */
function knownPhones(catalog: Catalog, facts: Iterable<ItemFacts>): Set<string> {
  const known = new Set<string>();
  const add = (text: string): void => {
    for (const { digits } of readPhones(text)) known.add(digits);
  };
  for (const phone of catalog.settings.value.retired_phones ?? []) add(phone);
  for (const { value } of sharedEntries(catalog)) {
    for (const place of strings(value).filter(isPhone)) add(place.text);
  }
  for (const { facts: noted } of facts) {
    for (const fact of noted) {
      if (fact === PROSE_FOLLOWS) break;
      known.add(fact);
    }
  }
  return known;
}
