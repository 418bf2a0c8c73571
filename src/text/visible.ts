/**
 * What moves a cursor, ends a line, colours a terminal or turns the writing direction: C0 and C1
 * controls, line and paragraph separators, marks of direction and of no width, tags, halves of
 * characters.
 */
const UNSEEN = new RegExp(
  [
    '[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e',
    '\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}]',
  ].join(''),
  'gu',
);

/** Data from outside as one line of a terminal or a log: whatever would act there is a mark. */
export function visible(text: string): string {
  return text.replace(UNSEEN, markOfUnseen);
}

/** Words of ours that go over several lines, with each line as above. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** ␛ for a control of ASCII, ⏎ for the end of a line, `\u{202e}` for all others. */
function markOfUnseen(found: string): string {
  const code = found.codePointAt(0) ?? 0;
  if (code === 0x0a) return '⏎';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '␡' : `\\u{${code.toString(16)}}`;
}

/** A value that somebody wrote, short enough to be quoted in one line. */
export function quotable(value: unknown): string {
  const characters = [...String(value)];
  const cut = characters.length > LONGEST;
  return visible(cut ? `${characters.slice(0, LONGEST).join('')}…` : characters.join(''));
}

/** In characters. */
const LONGEST = 80;
