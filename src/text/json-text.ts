/** What JSON may hold as it is, but a terminal, a script or an old parser acts upon; tags too. */
const ACTING = new RegExp(
  [
    '[\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f',
    '\\ufeff\\ufff9-\\ufffb]|\\udb40[\\udc00-\\udfff]',
  ].join(''),
  'g',
);

/** A value as JSON of the same meaning in which nothing acts where it is printed. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(ACTING, escaped);
}

/** The same between the tags of a script: no sign there can end it or begin another. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
}

function escaped(found: string): string {
  const units = Array.from({ length: found.length }, (_, at) => found.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
