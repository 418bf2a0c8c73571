import type { Bundle, BundleQuestion } from '../model/schema.gen.ts';

/** The answers given, by the ids of questions. */
export type Answers = Readonly<Record<string, string>>;

/** One condition of a `when`: any of the answers to a question. */
export interface Condition {
  readonly question: string;
  readonly answers: readonly string[];
}

/** Answers of a question that names none. */
export const YES_NO: readonly string[] = ['是', '否'];

/** Reads `central-air=是|否, decor=是`; a question alone means 是. */
export function readWhen(when: string): Condition[] {
  return when
    .split(/[,，;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [question = '', answers] = part.split(/[=＝]/, 2);
      const listed = answers === undefined ? ['是'] : answers.split(/[|｜]/);
      return { question: question.trim(), answers: listed.map((each) => each.trim()) };
    });
}

/** The answers that may be given to a question. */
export function answersOf({ answers }: BundleQuestion): readonly string[] {
  return answers ?? YES_NO;
}

/** Whether a `when` holds: what is not answered yet may still be so. */
export function holds(when: string | undefined, answers: Answers): boolean {
  if (when === undefined) return true;
  return readWhen(when).every(({ question, answers: wanted }) => {
    const given = answers[question];
    return given === undefined || wanted.includes(given);
  });
}

/** How many sets of answers are gone through; more questions than that make nothing clearer. */
export const MOST_CASES = 64;

/** Every set of answers to all questions of a bundle, or the first of them where they are many. */
export function allAnswers({ questions = [] }: Pick<Bundle, 'questions'>): Answers[] {
  let cases: Answers[] = [{}];
  for (const question of questions) {
    const more = cases.flatMap((each) =>
      answersOf(question).map((answer) => ({ ...each, [question.id]: answer })),
    );
    if (more.length > MOST_CASES) return cases;
    cases = more;
  }
  return cases;
}

const WORDS: Readonly<Record<string, string>> = { 是: 'yes', 否: 'no' };

/**
 * Answers as a part of a file's name: `central-air-yes_place-2`; an answer that is neither yes nor
 * no by its number, from 1.
 */
export function answersWord({ questions = [] }: Pick<Bundle, 'questions'>, given: Answers): string {
  return questions
    .flatMap((question) => {
      const answer = given[question.id];
      if (answer === undefined) return [];
      const number = answersOf(question).indexOf(answer) + 1;
      return [`${question.id}-${WORDS[answer] ?? number}`];
    })
    .join('_');
}

/** The answer that is meant by a word: itself, `yes`, `no` or its number; undefined for none. */
export function answerMeant(question: BundleQuestion, word: string): string | undefined {
  const all = answersOf(question);
  if (all.includes(word)) return word;
  return all.find((answer, at) => WORDS[answer] === word || String(at + 1) === word);
}
