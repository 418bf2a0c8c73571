import { Buffer } from 'node:buffer';

const NAMES: readonly (readonly [part: string, what: PackedKind])[] = [
  ['xl/workbook.xml', 'xlsx'],
  ['xl/workbook.bin', 'xlsb'],
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
  ['content.xml', 'ods'],
];

export type PackedKind = 'xlsx' | 'xlsb' | 'docx' | 'pptx' | 'ods' | 'zip';

/** What is packed in a ZIP file, by the names of its parts; undefined for no ZIP file. */
export function packedKind(bytes: Uint8Array): PackedKind | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = NAMES.find(([part]) => all.includes(part));
  return found?.[1] ?? 'zip';
}
