import type { FileChanges } from '../diff/catalog-changes.ts';
import { compareFindings, type Finding, type Severity } from '../model/finding.ts';
import type { Settings } from '../model/schema.gen.ts';
import type { Source } from '../model/source.ts';
import { addedBurdens } from './added-burden.ts';
import type { GateContext, Refused } from './refused.ts';
import { removedFacts } from './removed-facts.ts';
import { reusedIds } from './reused-ids.ts';
import { GATE_RULES } from './rules.ts';
import { versionsNotRaised } from './version-not-raised.ts';

type Ask = (change: FileChanges, context: GateContext) => Iterable<Refused>;

const ASKED: readonly Ask[] = [addedBurdens, reusedIds, removedFacts, versionsNotRaised];

/** What may not pass of the changes between two states of a catalogue. */
export function gateFindings(changes: readonly FileChanges[], context: GateContext): Finding[] {
  const found = changes.flatMap((change) => {
    const { source } = change.after ?? change.before ?? {};
    const refused = ASKED.flatMap((ask) => [...ask(change, context)]);
    return refused.flatMap((each) => toFinding(each, source, context.settings));
  });
  return found.sort(compareFindings);
}

/** A finding at its place, at the level of the settings; none where these switch the rule off. */
export function toFinding(
  { rule, pointer, ...rest }: Refused,
  source: Source | undefined,
  { rules = {} }: Settings,
): Finding[] {
  const own = GATE_RULES.find(({ id }) => id === rule)?.severity ?? 'error';
  const level: Severity | 'off' = rules[rule] ?? own;
  if (level === 'off') return [];
  const span = source?.locate(pointer) ?? { line: 1, column: 1, endLine: 1, endColumn: 2 };
  return [{ rule, severity: level, pointer, span, ...rest }];
}
