import type { Catalog } from '../../model/catalog.ts';
import type { Text } from '../../model/texts.ts';
import { say } from '../../model/words.ts';
import { toHalfWidth } from '../../text/numeral.ts';
import { textsWithDigits } from '../digits.ts';
import type { Report, Rule } from '../rule.ts';

/** A number that is out of use stands nowhere. */
export const retiredPhone: Rule = {
  id: 'retired-phone',
  severity: 'error',
  title: say('写了已经停用的电话', 'a retired telephone number'),
  why: say(
    '目录设置里列为停用的号码已经打不通，不能再出现。',
    'Numbers that the settings list as retired no longer answer.',
  ),
  citation: '《国务院办公厅关于进一步优化地方政务服务便民热线的指导意见》（国办发〔2020〕53号）',
  bad: `notes: 咨询请拨打0399-5559000。
files:
  mingbai.yaml:
    retired_phones:
      - 0399-5559000`,
  good: 'notes: 请在工作时间到窗口办理。\nfiles:\n  mingbai.yaml: { retired_phones: ["0399-5559000"] }',
  *file({ value }, { catalog }) {
    for (const { form, digits } of formsOf(catalog)) {
      for (const place of textsWithDigits(value, digits)) {
        if (!place.field.startsWith('/retired_phones')) yield* found(place, form);
      }
    }
  },
};

interface Form {
  readonly form: RegExp;
  readonly digits: string;
}

const FORMS = new WeakMap<Catalog, readonly Form[]>();

function formsOf(catalog: Catalog): readonly Form[] {
  let forms = FORMS.get(catalog);
  if (forms === undefined) {
    const retired = catalog.settings.value.retired_phones ?? [];
    forms = retired.filter((phone) => /\d{3}/.test(phone)).map(formOf);
    FORMS.set(catalog, forms);
  }
  return forms;
}

function* found({ pointer, text }: Text, form: RegExp): Iterable<Report> {
  for (const { index, 0: written } of toHalfWidth(text).matchAll(form)) {
    yield {
      pointer,
      range: [index, index + written.length],
      message: say(`“${written}”已经停用`, `“${written}” is retired`),
      hint: say('换成现在使用的号码', 'give the number now in use'),
    };
  }
}

/** The digits of a number, with any dash, blank or bracket between them. */
function formOf(phone: string): Form {
  const digits = toHalfWidth(phone).replace(/\D/g, '');
  const form = new RegExp(`(?<!\\d)${[...digits].join('[-— ()]*')}(?!\\d)`, 'g');
  return { form, digits };
}
