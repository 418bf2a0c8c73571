import { type Kind, kindOfPath } from '../../model/kinds.ts';
import type { Item } from '../../model/schema.gen.ts';
import { perField, strings, type Text, valueAt } from '../../model/texts.ts';
import { say } from '../../model/words.ts';
import { isPlaceholder } from '../../text/placeholders.ts';
import { hasAttachment } from '../completeness/filled.ts';
import { measureCompleteness } from '../completeness/measure.ts';
import type { LintContext, Report, Rule } from '../rule.ts';
import { judgedTexts, wordingField } from '../wording/fields.ts';
import { wordingOptions } from '../wording/rules.ts';
import { scanWording } from '../wording/scan.ts';

/** Fields of items, then of halls, of which 无 is an answer. */
const MAY_BE_NONE =
  /^\/(?:quota|annual|result\/(?:kind|name|validity|renewal|region)|fees|limits\/special\/\d+\/fee|materials\/\d+\/outcome\/\w+|accessible|weekend)$/;
const mayBeNone = perField((field) => MAY_BE_NONE.test(field));

/** A field holds 略, 无, / or the like: it looks filled and tells nobody anything. */
export const placeholderValue: Rule = {
  id: 'placeholder-value',
  severity: 'warning',
  title: say('用占位的字代替内容', 'a placeholder stands for the content'),
  why: say(
    '“略”“待定”“/”“详见附件”（没有附件）“符合相关规定”看着有字，群众读了还是不知道，计算完整度时按没有填写处理。',
    'Words such as 略 or 待定 look like content and say nothing; they count as not filled.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: 'division_of_powers: N/A',
  good: 'division_of_powers: 县水利局审批县级审批权限以内的取水。',
  *item({ value }, context) {
    for (const place of placeholdersIn(value, hasAttachment(value))) {
      const { pointer } = place;
      if (isNoticed(value, pointer, context)) continue;
      if (!isVague(value, 'item', pointer, context)) yield reportOf(place);
    }
  },
  *file({ path, value }, context) {
    const kind = kindOfPath(path) ?? 'item';
    for (const place of placeholdersIn(value, hasForm(value))) {
      // Words of the settings may be about placeholders.
      if (wordingField(place.pointer, kind) === 'code') continue;
      if (!isVague(value, kind, place.pointer, context)) yield reportOf(place);
    }
  },
};

function placeholdersIn(value: unknown, attached: boolean): Text[] {
  return strings(value).filter(
    (place) => isPlaceholder(place.text, attached) && place.text.trim() !== '' && !mayBeNone(place),
  );
}

function hasForm(value: unknown): boolean {
  return valueAt(value, '/form') !== undefined || valueAt(value, '/sample') !== undefined;
}

function reportOf({ pointer, text }: Text): Report {
  return {
    pointer,
    message: say(
      `“${text.trim()}”只占了位置，没有内容`,
      `“${text.trim()}” is a placeholder without content`,
    ),
    hint: say('写出确切的内容；确实没有这一项就删去这一行', 'say it, or delete the line'),
  };
}

/** Whether a gap of the notice sheet is already reported there. */
function isNoticed(item: Item, pointer: string, { catalog }: LintContext): boolean {
  const { gaps } = measureCompleteness(item, catalog, 'notice');
  return gaps.some((gap) => pointer.startsWith(gap.pointer));
}

/** Whether the wording rules already speak of this text. */
function isVague(value: unknown, kind: Kind, pointer: string, context: LintContext): boolean {
  const options = wordingOptions(context);
  return judgedTexts(value, kind).some(({ place, field }) => {
    return place.pointer === pointer && scanWording(place.text, field, options).length > 0;
  });
}
