/** Text as the content or an attribute of XML; what XML cannot hold is left out. */
export function xmlText(text: string): string {
  return text
    .replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
