import { calendarOf } from '../../calendar/calendar.ts';
import { type Course, lastDayIn } from '../../calendar/course.ts';
import { isLastDay } from '../../calendar/deadline.ts';
import type { Catalog, Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import { parseDuration } from '../../text/duration.ts';
import { subjectOf } from '../subject.ts';
import { dateWords } from '../words.ts';
import { correctionForm } from './correction.ts';
import { deliveryForm } from './delivery.ts';
import type { Form } from './form.ts';
import { labelForm } from './label.ts';
import type { Printed } from './printed.ts';
import { deferralForm, promiseForm } from './promises.ts';
import { receiptForm } from './receipt.ts';
import { refusalForm, rejectionForm } from './refusals.ts';
import { walkthroughForm } from './walkthrough.ts';

/** A kind of form: its name for people, and how it is composed. */
export interface FormKind {
  readonly name: Words;
  readonly compose: Form;
}

/** Every form that is printed for one item and filled in by hand: one line each. */
export const FORMS = {
  correction: { name: say('补正材料告知书', 'correction notice'), compose: correctionForm },
  rejection: { name: say('不予受理通知书', 'notice of non-acceptance'), compose: rejectionForm },
  refusal: { name: say('不予办理决定书', 'decision of refusal'), compose: refusalForm },
  receipt: { name: say('受理凭证', 'receipt of acceptance'), compose: receiptForm },
  deferral: { name: say('容缺受理承诺书', 'promise to hand in later'), compose: deferralForm },
  promise: { name: say('告知承诺书', 'promise in place of a proof'), compose: promiseForm },
  delivery: { name: say('送达回证', 'proof of delivery'), compose: deliveryForm },
  label: { name: say('受理文件袋标签', 'label of a document bag'), compose: labelForm },
  walkthrough: { name: say('办事流程体验单', 'walk-through sheet'), compose: walkthroughForm },
} as const satisfies Record<string, FormKind>;

export type FormName = keyof typeof FORMS;

/** What a form is printed for. */
export interface FormWish {
  readonly kind: FormName;
  /** Id of one of the item's situations. */
  readonly situation?: string;
  /** YYYY-MM-DD. */
  readonly accepted?: string;
  /** What moved the last day since, and how that is told, with its article. */
  readonly course?: Course;
  readonly courseWords?: readonly string[];
}

/** Composes a form for an item; undefined when the form makes no sense for it. */
export function composeForm(
  entry: Entry<Item>,
  catalog: Catalog,
  { kind, situation, accepted, course, courseWords = [] }: FormWish,
): Printed | undefined {
  const subject = subjectOf(entry, catalog);
  const chosen = subject.item.situations?.find((each) => each.id === situation);
  const calendar = calendarOf(catalog.settings.value.calendar);
  return FORMS[kind].compose(subject, {
    ...(chosen === undefined ? {} : { situation: chosen }),
    ...(accepted === undefined ? {} : { accepted }),
    courseWords,
    lastDay: (period) => {
      const duration = parseDuration(period ?? '');
      if (duration === undefined || accepted === undefined) return undefined;
      const end = lastDayIn(duration, accepted, calendar, undefined, course ?? { pauses: [] });
      return isLastDay(end) ? dateWords(end.date) : undefined;
    },
  });
}
