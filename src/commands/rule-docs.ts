import { GATE_RULES } from '../gate/rules.ts';
import { ALL_RULES } from '../lint/rules/index.ts';
import { LOAD_RULES } from '../load/rules.ts';
import type { RuleDoc } from '../model/rule-doc.ts';
import { BUILD_RULES } from '../publish/rules.ts';

/** Documents of all rules by id: of reading, of content, of setting in type. */
export function ruleDocs(): ReadonlyMap<string, RuleDoc> {
  const docs: readonly RuleDoc[] = [...LOAD_RULES, ...ALL_RULES, ...BUILD_RULES, ...GATE_RULES];
  return new Map(docs.map((doc) => [doc.id, doc]));
}
