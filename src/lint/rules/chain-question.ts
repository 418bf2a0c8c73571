import { answersOf, readWhen } from '../../chain/when.ts';
import { say } from '../../model/words.ts';
import { chainFacts } from '../chains/chain-facts.ts';
import { eachBundle, type Judged } from '../chains/judge.ts';
import type { Report, Rule } from '../rule.ts';

/** What is asked decides something, and every answer leaves something to do. */
export const chainQuestion: Rule = {
  id: 'chain-question',
  severity: 'warning',
  title: say('情形引导的问题问了没有用', 'a question that decides nothing'),
  why: say(
    '问题是为了让申请人只看自己要办的；问了不起作用，或者答了没有事可办，都是白问。',
    'A question is to show each applicant only his own part.',
  ),
  bad: `files:
  bundles/move-to-county.yaml:
    questions: [{ id: own-well, ask: 家里是否自备水井？ }, { id: pets, ask: 是否养狗？ }]`,
  good: `files:
  bundles/move-to-county.yaml:
    questions: [{ id: own-well, ask: 家里是否自备水井？ }]`,
  facts: chainFacts,
  catalog: eachBundle(function* (judged) {
    yield* idle(judged);
    yield* unknown(judged);
    yield* nothingLeft(judged);
  }),
};

function* idle({ bundle }: Judged): Iterable<Report> {
  const used = new Set(bundle.items.flatMap(({ when = '' }) => readWhen(when)).map(questionOf));
  for (const [at, { id, ask }] of (bundle.questions ?? []).entries()) {
    if (used.has(id)) continue;
    yield {
      pointer: `/questions/${at}/id`,
      message: say(`问题“${ask}”不影响办哪些事项`, `no member depends on “${id}”`),
      hint: say(`在事项里写 when: ${id}=是，或者去掉这一问`, 'use it in a `when`, or drop it'),
    };
  }
}

function questionOf({ question }: { readonly question: string }): string {
  return question;
}

function* unknown({ bundle }: Judged): Iterable<Report> {
  const questions = new Map((bundle.questions ?? []).map((each) => [each.id, each]));
  for (const [at, { when = '' }] of bundle.items.entries()) {
    for (const { question, answers } of readWhen(when)) {
      const asked = questions.get(question);
      const strange = asked && answers.find((answer) => !answersOf(asked).includes(answer));
      if (asked !== undefined && strange === undefined) continue;
      yield {
        pointer: `/items/${at}/when`,
        severity: 'error',
        message:
          asked === undefined
            ? say(`没有“${question}”这个问题`, `there is no question “${question}”`)
            : say(`问题“${asked.ask}”没有“${strange}”这个答案`, `“${strange}” is no answer`),
        hint:
          asked === undefined
            ? say(`可用：${[...questions.keys()].join('、')}`, [...questions.keys()].join(', '))
            : say(`可用：${answersOf(asked).join('、')}`, answersOf(asked).join(', ')),
      };
    }
  }
}

function* nothingLeft({ bundle, cases, whole }: Judged): Iterable<Report> {
  if (whole.members.length === 0) return;
  for (const { answers, members } of cases) {
    if (members.length > 0) continue;
    const words = (bundle.questions ?? []).map(({ id, ask }) => `“${ask}”答“${answers[id]}”`);
    yield {
      pointer: '/questions',
      message: say(`${words.join('，')}，就没有事可办`, 'these answers leave no member'),
      hint: say('不满足条件的写进适用条件', 'say in `conditions` whom it is for'),
    };
  }
}
