import { schemaAt } from '../model/schema-node.ts';
import { parseDuration } from '../text/duration.ts';
import { remembered } from '../text/remember.ts';

/** The formats that the schemas name, for texts. */
export const FORMATS = {
  // No limit has six digits: 99,999 days are 273 years.
  duration: (text: string): boolean => !/\d{6}/.test(text) && parseDuration(text) !== undefined,
  date: remembered(isDate),
  'web-address': (text: string): boolean => /^https?:\/\/[^\s/]+\.[^\s/]+/.test(text),
  'form-path': (): boolean => true,
  // A period that counts as no time at all would make every limit look kept.
  fraction: (text: string): boolean =>
    /^\d{1,9}(?:\.\d{1,9}|\/\d{1,9})?$/.test(text) && !/^[0.]+(?:\/|$)|\/0+$/.test(text),
  'item-type': (text: string): boolean => schemaAt('item', '/type')?.enum?.includes(text) === true,
};

/** A real day written YYYY-MM-DD. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
