import { say } from '../model/words.ts';
import { quotable } from '../text/visible.ts';
import { type CommandEntry, UsageError } from './command.ts';

/** `mingbai explain <rule>`: why a rule exists, what breaks it and what does not. */
export const explainCommand: CommandEntry = {
  name: 'explain',
  summary: say('解释一条规则：为什么、反例、正例、依据', 'explain a rule'),
  declare(command, tell) {
    command.argument('[rule]', tell(say('规则标识；不写则列出全部', 'rule id; all when absent')));
  },
  async run([id], _options, session) {
    const { ruleDocs } = await import('./rule-docs.ts');
    const { explainRule, listRules } = await import('../report/rules.ts');
    const docs = ruleDocs();
    if (id === undefined) {
      session.world.out(listRules([...docs.values()], session.lang));
      return 0;
    }
    const doc = docs.get(id);
    if (doc === undefined) {
      const { nearest } = await import('../text/similar.ts');
      const guess = nearest(id, docs.keys());
      throw new UsageError(
        guess === undefined
          ? say(`没有“${quotable(id)}”这条规则`, `there is no rule “${quotable(id)}”`)
          : say(
              `没有“${quotable(id)}”这条规则，是不是“${guess}”？`,
              `no rule “${quotable(id)}”; “${guess}”?`,
            ),
      );
    }
    session.world.out(explainRule(doc, session.lang));
    return 0;
  },
};
