import { say, type Words } from '../../model/words.ts';

/** Why a form is not published. */
export interface FormFault {
  readonly rule: 'form-type' | 'form-content' | 'form-name';
  readonly message: Words;
  readonly hint: Words;
}

/** A fault of what is in a file. */
export function contentFault(zh: string, en: string, hint: Words = SAVE_PLAIN): FormFault {
  return { rule: 'form-content', message: say(zh, en), hint };
}

const SAVE_PLAIN = say(
  '去掉这些内容再保存，或者换成不带它们的文件',
  'save it without them, or use another file',
);

/** Where a file cannot be read through. */
export function brokenFault(label: string): FormFault {
  return contentFault(
    `文件已损坏，不能当作${label}打开`,
    `the file is damaged: it is no sound ${label}`,
    say('用对应的软件打开，重新保存', 'open it and save it anew'),
  );
}
