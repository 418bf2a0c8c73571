import type { Situation } from '../model/schema.gen.ts';
import { sameSituation, situationName } from '../phrase/situation-names.ts';
import type { Reading } from './reading.ts';

/** The situation that a heading names, made if the item has none that is called so. */
export function situationOf(reading: Reading, heading: string): Situation {
  const known = findSituation(reading, heading);
  if (known !== undefined) return known;
  const name = situationName(heading);
  const made: Situation = { id: reading.situationIds.ofName(name), name };
  reading.draft.situations = [...(reading.draft.situations ?? []), made];
  return made;
}

/** The situation of the same name, words like 所需材料 or 审批 at its end not counted. */
export function findSituation(reading: Reading, heading: string): Situation | undefined {
  return reading.draft.situations?.find(({ name }) => sameSituation(name, heading));
}
