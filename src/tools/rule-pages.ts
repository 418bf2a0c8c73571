import { GATE_RULES } from '../gate/rules.ts';
import { ALL_RULES } from '../lint/rules/index.ts';
import { LOAD_RULES } from '../load/rules.ts';
import { say } from '../model/words.ts';
import { BUILD_RULES } from '../publish/rules.ts';
import { ruleReference } from './rule-reference.ts';

/** The pages of the rule reference by path. */
export function rulePages(): Map<string, string> {
  const wording = ALL_RULES.filter((rule) => rule.id.startsWith('wording-'));
  const pages = ruleReference([
    { title: say('读取文件', 'Reading files'), docs: LOAD_RULES },
    {
      title: say('完整、一致、合法', 'Complete, consistent, lawful'),
      docs: ALL_RULES.filter((rule) => !wording.includes(rule)),
    },
    { title: say('用语', 'Wording'), docs: wording },
    { title: say('排版和链接', 'Setting in type, links'), docs: BUILD_RULES },
    { title: say('变更的门槛', 'Changes that may not pass'), docs: GATE_RULES },
  ]);
  return new Map([
    ['docs/rules.md', pages.zh],
    ['docs/rules.en.md', pages.en],
  ]);
}
