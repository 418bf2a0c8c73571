import type { Allowance } from '../../model/schema.gen.ts';
import { strings, textsOf } from '../../model/texts.ts';
import { isPlaceholder } from '../../text/placeholders.ts';
import { foldScript } from '../../text/script.ts';
import { judgedTexts } from './fields.ts';
import { scanWording, type WordingFinding } from './scan.ts';
import type { WordingOptions } from './settings.ts';
import { WORDING_PROFILES, type WordingProfile } from './terms.ts';

/** A finding and the text it was found in. */
export interface PlacedFinding {
  readonly pointer: string;
  readonly text: string;
  readonly finding: WordingFinding;
}

/** An allowance, the place where it stands and whether it still meets anything. */
export interface JudgedAllowance {
  readonly pointer: string;
  readonly allowance: Allowance;
  readonly used: boolean;
}

interface PlacedAllowance {
  readonly pointer: string;
  /** What it is written beside: only texts below this are allowed. */
  readonly scope: string;
  readonly allowance: Allowance;
}

/**
 * How many allowances of an item are in force: they give a reason and their text still stands
 * where they are written, for a wording rule as something that rule finds. Without options, what
 * any profile finds counts.
 */
export function countAllowances(item: unknown, options?: WordingOptions): number {
  const allowances = allowancesOf(item).filter(({ allowance }) => isReasoned(allowance));
  if (allowances.length === 0) return 0;
  const all = options ? [options] : WORDING_PROFILES.map((profile) => OPTIONS_OF[profile]);
  const judged = judgedTexts(item);
  const texts = strings(item);
  return allowances.filter((placed) => {
    const { scope, allowance } = placed;
    const holds = ({ pointer, text }: { pointer: string; text: string }): boolean =>
      isBelow(pointer, scope) && allowance.text !== '' && text.includes(allowance.text);
    if (!allowance.rule.startsWith('wording-')) {
      return texts.some((place) => !/\/allow\/\d+\//.test(place.pointer) && holds(place));
    }
    return judged.some(({ place: { pointer, text }, field }) => {
      if (!holds({ pointer, text })) return false;
      return all
        .flatMap((each) => scanWording(text, field, each))
        .some((finding) => allows(placed, { pointer, text, finding }));
    });
  }).length;
}

const OPTIONS_OF: Readonly<Record<WordingProfile, WordingOptions>> = {
  strict: { profile: 'strict' },
  regional: { profile: 'regional' },
  advice: { profile: 'advice' },
};

/** Words that say that it is allowed, not why. */
const EMPTY = /允许|豁免|保留|同意|可以|不改|暂时|理由|原因|的|了|，|。|“|”|\s/g;

/** Whether an allowance gives a reason of substance: no 无 or 略, and not its text once more. */
export function isReasoned({ reason, text }: Allowance): boolean {
  if (typeof reason !== 'string' || isPlaceholder(reason)) return false;
  const own = foldScript(reason).replaceAll(foldScript(text), '').replace(EMPTY, '');
  return own.length >= 2;
}

function isBelow(pointer: string, scope: string): boolean {
  return `${pointer}/`.startsWith(`${scope}/`);
}

/** Takes away what is allowed; says of each allowance whether it met anything. */
export function applyAllowances(
  item: unknown,
  findings: readonly PlacedFinding[],
): { readonly left: PlacedFinding[]; readonly allowances: JudgedAllowance[] } {
  const allowances = allowancesOf(item);
  if (allowances.length === 0) return { left: [...findings], allowances: [] };
  const used = new Set<PlacedAllowance>();
  const left = findings.filter((found) => {
    const allowing = allowances.filter((placed) => allows(placed, found));
    for (const placed of allowing) used.add(placed);
    return allowing.length === 0;
  });
  return {
    left,
    allowances: allowances.map((placed) => ({
      pointer: placed.pointer,
      allowance: placed.allowance,
      used: used.has(placed),
    })),
  };
}

function allows({ scope, allowance }: PlacedAllowance, found: PlacedFinding): boolean {
  const { finding, text, pointer } = found;
  if (allowance.rule !== finding.rule || !isBelow(pointer, scope)) return false;
  if (allowance.text === '') return false;
  const characters = [...text];
  const before = characters.slice(0, finding.start).join('').length;
  const end = before + finding.text.length;
  let at = text.indexOf(allowance.text);
  for (; at >= 0 && at <= before; at = text.indexOf(allowance.text, at + 1)) {
    if (at + allowance.text.length >= end) return true;
  }
  return false;
}

/** Most files have none, and the walk over their texts has seen that. */
function allowancesOf(item: unknown): PlacedAllowance[] {
  const found: PlacedAllowance[] = [];
  if (textsOf(item).aside.length === 0) return found;
  collect(item, [], found);
  return found;
}

function collect(value: unknown, path: string[], found: PlacedAllowance[]): void {
  if (value === null || typeof value !== 'object') return;
  for (const key of Object.keys(value)) {
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof inner !== 'object' || key === 'imported') continue;
    path.push(key);
    if (key === 'allow' && Array.isArray(inner)) collectRows(inner, path, found);
    else collect(inner, path, found);
    path.pop();
  }
}

function collectRows(rows: readonly unknown[], path: string[], found: PlacedAllowance[]): void {
  const scope = path.slice(0, -1).map((key) => `/${key}`);
  for (const [index, allowance] of rows.entries()) {
    if (!isAllowance(allowance)) continue;
    found.push({ pointer: `${scope.join('')}/allow/${index}`, scope: scope.join(''), allowance });
  }
}

function isAllowance(value: unknown): value is Allowance {
  return (
    value !== null &&
    typeof value === 'object' &&
    'rule' in value &&
    typeof value.rule === 'string' &&
    'text' in value &&
    typeof value.text === 'string'
  );
}
