import { parseList } from '../../text/list-tree.ts';
import { toMarkdown } from '../markdown.ts';
import { isNone } from '../reading.ts';
import type { FieldReader } from './reader.ts';

/** 办理流程: numbered steps, or names joined by arrows. */
export const stepsReader: FieldReader = {
  paths: ['steps'],
  read(reading): void {
    const text = reading.text('steps');
    if (text === undefined || isNone(text)) return;
    const arrows = text.split(/\s*(?:→|➔|-+>|—+>|⇒)\s*/).filter((part) => part !== '');
    const { lead, nodes } = parseList(text);
    if (reading.draft.steps !== undefined) {
      reading.doubt('steps', text, '办理环节已由承诺时限一栏得出，请对照补充');
    } else if (arrows.length > 1 && arrows.every((name) => name.length <= 20)) {
      reading.draft.steps = arrows.map((name) => ({ name: name.replace(/[。.；;]$/, '') }));
    } else if (nodes.length > 1 && lead.length === 0) {
      reading.draft.steps = nodes.map(({ text: words, children }) => {
        const { name, action } = nameAndAction(words);
        const below = children.map((child) => child.text);
        const prose = [action, ...below].filter((one) => one !== '').map(toMarkdown);
        return { name, ...(prose.length === 0 ? {} : { action: prose.join('\n\n') }) };
      });
    } else reading.doubt('steps', text, '不能分出各个环节');
  },
};

function nameAndAction(text: string): { name: string; action: string } {
  const match = /^([^：:。，,；;\n]{1,20})[：:。，,；;\n]([\s\S]*)$/.exec(text);
  const [, name = text, action = ''] = match ?? [];
  return { name: name.trim(), action: action.trim() };
}
