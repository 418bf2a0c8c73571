import { readSteps, type StepEntry } from '../../phrase/steps.ts';
import { toMarkdown } from '../../text/list-markdown.ts';
import { isNone } from '../reading.ts';
import type { FieldReader } from './reader.ts';

/** 办理流程: numbered steps, or names joined by arrows and dashes. */
export const stepsReader: FieldReader = {
  paths: ['steps'],
  read(reading): void {
    const text = reading.text('steps');
    if (text === undefined || isNone(text)) return;
    const { value, why } = readSteps(text);
    if (reading.draft.steps !== undefined) {
      reading.doubt('steps', text, '办理环节已由承诺时限一栏得出，请对照补充');
    } else if (value !== undefined) reading.draft.steps = value.map(stepOf);
    else reading.doubt('steps', text, why?.zh ?? '');
  },
};

function stepOf({ name, limit, action = [] }: StepEntry): { name: string } {
  return {
    name,
    ...(limit === undefined ? {} : { limit }),
    ...(action.length === 0 ? {} : { action: action.map(toMarkdown).join('\n\n') }),
  };
}
