/** A map of a file as plain data: no value of it is trusted to have a type. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a map. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list of maps, and not an empty one. */
export function isRecordList(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

/** A text without what only shows in the file: line breaks, blanks, blanks at its ends. */
export function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

/**
 * Whether two values say the same: blanks, the order of keys and the order of a list are no
 * difference.
 */
export function sameValue(before: unknown, after: unknown): boolean {
  return before === after || markOfValue(before) === markOfValue(after);
}

/** A text that is the same for values that say the same. */
export function markOfValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(bare(value));
  if (Array.isArray(value)) return `[${value.map(markOfValue).sort().join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? '';
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${markOfValue(value[key])}`)
    .join(',')}}`;
}

/** All texts and numbers of a value, without its keys. */
export function saidBy(value: unknown): string {
  if (Array.isArray(value)) return value.map(saidBy).join(' ');
  if (isRecord(value)) return Object.values(value).map(saidBy).join(' ');
  return value === undefined || value === null ? '' : String(value);
}
