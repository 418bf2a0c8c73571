import { type Kind, kindOfPath } from '../../model/kinds.ts';
import type { TextKind } from '../../model/text-kinds.ts';
import { say, type Words } from '../../model/words.ts';
import type { Report, Rule } from '../rule.ts';
import { judgedTexts } from '../wording/fields.ts';

/** How many characters a text and one of its sentences may have before people stop reading. */
interface Budget {
  readonly text: number;
  readonly sentence: number;
  readonly hint: Words;
}

const SPLIT = say('分成几条，每条只说一件事', 'split it, one thing each');
/** By kind of text; kinds that are not here are names, numbers or places. */
const BUDGETS: Readonly<Partial<Record<TextKind, Budget>>> = {
  condition: {
    text: 200,
    sentence: 100,
    hint: say('一条条件只写一个要求，分成几条', 'one demand a condition: split it'),
  },
  criteria: { text: 300, sentence: 120, hint: SPLIT },
  step: { text: 300, sentence: 120, hint: SPLIT },
  faq: {
    text: 400,
    sentence: 120,
    hint: say('先用一句话回答，细节分成几问', 'answer in one sentence, ask the rest apart'),
  },
  note: {
    text: 500,
    sentence: 120,
    hint: say(
      '删去别处已有的内容，其余按情形分成几条',
      'strike what stands elsewhere, split the rest',
    ),
  },
  other: { text: 500, sentence: 120, hint: SPLIT },
};
/** What parts sentences; a list in Markdown parts its rows, too. */
const SENTENCES = /[^。！？；\n]+/g;

/** Texts that are too long to be read at a counter. */
export const longText: Rule = {
  id: 'long-text',
  severity: 'info',
  title: say('文字太长，读不下去', 'a text too long to be read'),
  why: say(
    '办事的人站在窗口前、拿着手机看，一大段话里找不到自己要的那一句。',
    'People read it on a telephone or at the counter and cannot find their sentence in it.',
  ),
  bad: `notes: ${'取水单位和个人安装计量设施，并保证正常运行。'.repeat(24)}`,
  good: 'notes: 取水单位和个人安装计量设施，并保证正常运行。',
  item({ value }) {
    return tooLong(value, 'item');
  },
  file({ path, value }) {
    return tooLong(value, kindOfPath(path) ?? 'item');
  },
};

function* tooLong(value: unknown, kind: Kind): Iterable<Report> {
  for (const { place, field } of judgedTexts(value, kind)) {
    const budget = BUDGETS[field];
    if (budget === undefined || place.text.length <= budget.sentence) continue;
    const report = reportOf(place.text, budget);
    if (report) yield { pointer: place.pointer, ...report };
  }
}

function reportOf(text: string, budget: Budget): Omit<Report, 'pointer'> | undefined {
  const { length } = [...text];
  if (length > budget.text) {
    return {
      message: say(
        `这段文字有${length}个字，超过${budget.text}个字`,
        `this text has ${length} characters, more than ${budget.text}`,
      ),
      hint: budget.hint,
    };
  }
  for (const { index, 0: sentence } of text.matchAll(SENTENCES)) {
    const long = [...sentence].length;
    if (long <= budget.sentence) continue;
    const start = [...text.slice(0, index)].length;
    return {
      range: [start, start + long],
      message: say(
        `这一句有${long}个字，超过${budget.sentence}个字`,
        `this sentence has ${long} characters, more than ${budget.sentence}`,
      ),
      hint: say('断成几句，或者把并列的内容列成几条', 'cut it, or list what stands side by side'),
    };
  }
  return undefined;
}
