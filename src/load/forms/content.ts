import { isWide } from './text.ts';
import { CONTENTS } from './types.gen.ts';
import type { Archive } from './zip.ts';

/** What a file is by its bytes, whatever its name says; `''` when it is nothing that we know. */
export function contentOf(bytes: Uint8Array, archive: Archive | undefined): string {
  if (archive !== undefined) return contentOfArchive(archive);
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  for (const [kind, { starts = [] }] of Object.entries(CONTENTS)) {
    if (starts.some((start) => head.startsWith(start))) return kind;
  }
  if (isMarkup(bytes)) return /<svg[\s>]/i.test(textHead(bytes)) ? 'svg' : 'html';
  return bytes.includes(0) && !isWide(bytes) ? '' : 'text';
}

/** The kind's Chinese name. */
export function labelOf(kind: string): string {
  return CONTENTS[kind]?.label ?? { svg: 'SVG 图片', html: '网页', text: '纯文本' }[kind] ?? '';
}

function contentOfArchive({ members }: Archive): string {
  const names = new Set(members.map(({ name }) => name));
  for (const [kind, { member }] of Object.entries(CONTENTS)) {
    if (member !== undefined && names.has(member)) return kind;
  }
  return 'zip';
}

/** How far browsers look when they guess what a file is, with room for comments before. */
const HEAD = 4096;

function textHead(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
}

/** Whether a browser that guesses may take it for a page or picture: it begins with a tag. */
function isMarkup(bytes: Uint8Array): boolean {
  const text = textHead(bytes).replace(/^\u00ef\u00bb\u00bf/, '');
  return /^\s*<[!?a-z]/i.test(text) || /<(!doctype html|html|script|iframe|svg)[\s>]/i.test(text);
}
