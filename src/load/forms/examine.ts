import { say } from '../../model/words.ts';
import { archiveFaults, memberFaults } from './archive.ts';
import { contentOf, labelOf } from './content.ts';
import { brokenFault, contentFault, type FormFault } from './fault.ts';
import { nameFaults } from './name.ts';
import { officeFaults, oleFaults, rtfFaults } from './office.ts';
import { pdfFaults } from './pdf.ts';
import { pictureFaults } from './picture.ts';
import { svgFaults } from './svg.ts';
import { tableFaults } from './text.ts';
import { FORM_TYPES } from './types.gen.ts';
import { type Archive, openArchive } from './zip.ts';

/**
 * Why a file below `forms/` is not published: its name, its type, or what is in it. None when it
 * may be. The same for the same path and bytes; no more is read than is given.
 */
export function formFaults(path: string, bytes: Uint8Array): FormFault[] {
  const faults = nameFaults(path);
  return faults.length > 0 ? faults : bytesFaults(path, bytes);
}

function bytesFaults(path: string, bytes: Uint8Array): FormFault[] {
  const type = typeOf(path);
  if (!Object.hasOwn(FORM_TYPES, type)) return [typeFault(type)];
  if (bytes.length === 0) return [emptyFault()];
  const archive = openArchive(bytes);
  const kind = contentOf(bytes, archive);
  if (!FORM_TYPES[type]?.includes(kind)) return [mismatch(type, kind)];
  return activeFaults({ kind, type, bytes, archive });
}

interface Known {
  readonly kind: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly archive: Archive | undefined;
}

function activeFaults({ kind, type, bytes, archive }: Known): FormFault[] {
  if (archive !== undefined) {
    const faults = archiveFaults(archive);
    if (faults.length > 0) return faults;
    return kind === 'zip'
      ? memberFaults(archive, bytesFaults)
      : officeFaults(archive, labelOf(kind));
  }
  // The bytes begin like an archive, but its directory cannot be read.
  if (kind === 'zip') return [brokenFault(labelOf(kind))];
  if (kind === 'ole') return oleFaults(bytes, labelOf(kind));
  if (kind === 'rtf') return rtfFaults(bytes);
  if (kind === 'pdf') return pdfFaults(bytes);
  if (kind === 'svg') return svgFaults(bytes);
  if (kind === 'text') return type === 'csv' ? tableFaults(bytes) : [];
  return pictureFaults(kind, bytes, labelOf(kind));
}

/** The extension in lower case; empty without one. */
function typeOf(path: string): string {
  return /\.([^./]*)$/.exec(path.toLowerCase())?.[1] ?? '';
}

const KNOWN = Object.keys(FORM_TYPES).join('、');

function typeFault(type: string): FormFault {
  const [zh, en] =
    type === ''
      ? ['没有扩展名的文件不能发布', 'a file without an extension is not published']
      : [`“.${type}”文件不能发布`, `“.${type}” files are not published`];
  return {
    rule: 'form-type',
    message: say(zh, en),
    hint: say(`换成这些类型之一：${KNOWN}`, `use one of these types: ${KNOWN}`),
  };
}

function emptyFault(): FormFault {
  const hint = say('放上真正的表格，或者删去它', 'put the real form there, or delete it');
  return contentFault('文件没有内容', 'the file is empty', hint);
}

function mismatch(type: string, kind: string): FormFault {
  const what = labelOf(kind);
  const wanted = (FORM_TYPES[type] ?? []).map(labelOf).join('、');
  const zh = what === '' ? '认不出里面是什么' : `里面其实是${what}`;
  const hint = say(
    `用对应的软件打开，另存为${wanted}；或者改正扩展名`,
    `save it as ${wanted}, or correct the extension`,
  );
  return contentFault(
    `扩展名是“.${type}”，${zh}`,
    `the extension says “.${type}”, the content is ${what || 'unknown'}`,
    hint,
  );
}
