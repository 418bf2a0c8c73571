import { say } from '../../model/words.ts';
import { nearest } from '../../text/similar.ts';
import type { Report, Rule } from '../rule.ts';

/** A rule named in the settings or in an allowance that does not exist changes nothing. */
export const unknownRule: Rule = {
  id: 'unknown-rule',
  severity: 'error',
  title: say('没有这条规则', 'no such rule'),
  why: say(
    '规则标识写错了，设置就不起作用，该停的规则还在报，该放行的还在拦。',
    'With a wrong id the setting has no effect.',
  ),
  bad: 'files:\n  mingbai.yaml: { rules: { commited-over-statutory: warning } }',
  good: 'files:\n  mingbai.yaml: { rules: { committed-over-statutory: warning } }',
  *item({ value }, { ruleIds = new Set() }) {
    for (const [at, { rule }] of (value.allow ?? []).entries()) {
      if (!ruleIds.has(rule)) yield unknown(`/allow/${at}/rule`, rule, ruleIds, 'value');
    }
  },
  *catalog({ catalog, ruleIds = new Set() }) {
    for (const id of Object.keys(catalog.settings.value.rules ?? {})) {
      if (!ruleIds.has(id)) yield unknown(`/rules/${id}`, id, ruleIds, 'key');
    }
  },
};

function unknown(
  pointer: string,
  id: string,
  known: ReadonlySet<string>,
  on: 'key' | 'value',
): Report {
  const guess = nearest(id, known);
  return {
    pointer,
    on,
    message: say(`没有“${id}”这条规则`, `there is no rule “${id}”`),
    hint:
      guess === undefined
        ? say('用 mingbai explain 列出全部规则', 'mingbai explain lists all rules')
        : say(`是不是“${guess}”？`, `did you mean “${guess}”?`),
  };
}
