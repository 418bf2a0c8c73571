import type { Finding, Span } from '../model/finding.ts';
import type { Words } from '../model/words.ts';
import { LOAD_RULES, type LoadRuleId } from './rules.ts';

const SEVERITY = new Map(LOAD_RULES.map((rule) => [rule.id, rule.severity]));
const START: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** A finding of the loader; without a span it stands at the head of the file. */
export function loadFinding(
  rule: LoadRuleId,
  path: string,
  place: { readonly pointer?: string; readonly span?: Span },
  message: Words,
  hint?: Words,
): Finding {
  return {
    rule,
    severity: SEVERITY.get(rule) ?? 'error',
    path,
    pointer: place.pointer ?? '',
    span: place.span ?? START,
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}
