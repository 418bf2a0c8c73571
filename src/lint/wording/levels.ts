import type { Severity } from '../../model/finding.ts';
import type { WordingOptions } from './settings.ts';
import {
  WORDING_PROFILES,
  type WordingData,
  type WordingEntry,
  type WordingField,
  type WordingProfile,
} from './terms.ts';

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
const EXEMPT: ReadonlySet<WordingField> = new Set(['name', 'quote', 'code']);

/** Whether texts of this field are judged at all. */
export function isJudged(field: WordingField): boolean {
  return !EXEMPT.has(field);
}

/** The profile in force: that of the call, else that of the catalogue, else `regional`. */
export function profileOf(options: WordingOptions): WordingProfile {
  const chosen = options.profile ?? options.settings?.profile;
  return WORDING_PROFILES.find((profile) => profile === chosen) ?? 'regional';
}

/** The level as written, or undefined when there is none of that name. */
function knownLevel(level: string | undefined): Severity | 'off' | undefined {
  return level === 'off' || isSeverity(level) ? level : undefined;
}

/** Whether a value from a file, which may say anything, is a level. */
export function isSeverity(value: unknown): value is Severity {
  return typeof value === 'string' && Object.hasOwn(RANK, value);
}

/** How grave a hit of the entry is in the field; undefined when it is not told at all. */
export function levelOf(
  data: WordingData,
  entry: WordingEntry,
  field: WordingField,
  options: WordingOptions,
): Severity | undefined {
  const { category } = entry;
  const severities = options.settings?.severities;
  const chosen =
    knownLevel(severities?.[category]) ?? knownLevel(severities?.[`wording-${category}`]);
  if (chosen === 'off' || !isJudged(field)) return undefined;
  if (entry.fields && !entry.fields.includes(field)) return undefined;
  const profile = profileOf(options);
  if (entry.profiles && !entry.profiles.includes(profile)) return undefined;
  if (chosen) return chosen;
  const levels = data.levels[profile];
  const byField = levels[category] ?? levels.default ?? {};
  const level = byField[field] ?? byField.else ?? 'warning';
  if (!entry.severity) return level;
  if (profile === 'regional') return entry.severity;
  return weaker(entry.severity, level) === (profile === 'strict' ? level : entry.severity)
    ? entry.severity
    : level;
}

/** The less grave of two levels. */
export function weaker(a: Severity, b: Severity): Severity {
  return RANK[a] < RANK[b] ? a : b;
}

/** The rank of a level, 0 for info to 2 for error. */
export function rankOf(severity: Severity): number {
  return RANK[severity];
}
