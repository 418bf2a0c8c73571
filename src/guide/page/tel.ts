import { readPhones } from '../../text/phone.ts';
import type { Fact, Inline } from '../guide.ts';

/** Telephone numbers as links that a phone can dial; other words stay as they are. */
export function telRuns(text: string): Inline[] {
  const runs: Inline[] = [];
  let at = 0;
  for (const phone of readPhones(text)) {
    if (phone.kind === 'unknown') continue;
    if (phone.start > at) runs.push({ text: text.slice(at, phone.start) });
    const digits = phone.text.replace(/转|[^\d]/g, (found) => (found === '转' ? ',' : ''));
    runs.push({ text: phone.text, href: `tel:${digits}` });
    at = phone.end;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}

/** A fact of telephone numbers, or nothing. */
export function telFact(label: string, text: string | undefined): Fact[] {
  return text === undefined || text.trim() === '' ? [] : [{ label, value: telRuns(text) }];
}
