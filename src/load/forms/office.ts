import { brokenFault, contentFault, type FormFault } from './fault.ts';
import { type Archive, unpack } from './zip.ts';

/** Of a part that is looked into, in bytes: relations and the list of types are far smaller. */
const MOST_PART = 4 * 1024 * 1024;

/** Names in an archive that bring programs. */
const ACTIVE =
  /vbaProject\.bin$|vbaData\.xml$|(^|\/)activeX\/|(^|\/)(Basic|Scripts)\/|\.(bin|exe|dll|js|vbs|jar|docm|xlsm|pptm)$/i;
/** Parts that do no harm though they end in `.bin`. */
const HARMLESS = /(^|\/)printerSettings\/printerSettings\d*\.bin$/i;
/** What fetches or runs something from elsewhere when the document is opened. */
const OUTWARD = /(attachedTemplate|oleObject|frame|subDocument|externalLink|afChunk)"/i;

/** What begins a link of a workbook to another program: DDE, which may call `cmd`. */
const PROGRAM_LINK = /<(?:\w+:)?(?:ddeLink|oleLink)\b/i;
const LINK_PART = /^xl\/externalLinks\/[^/]*\.xml$/i;

/** Macros, programs and things from elsewhere in an office document of the newer kind. */
export function officeFaults(archive: Archive, label: string): FormFault[] {
  const names = archive.members.map(({ name }) => name);
  if (names.some((name) => ACTIVE.test(name) && !HARMLESS.test(name))) return [macroFault()];
  for (const member of archive.members) {
    const { name } = member;
    const isLink = LINK_PART.test(name);
    if (name !== '[Content_Types].xml' && !name.endsWith('.rels') && !isLink) continue;
    const bytes = unpack(archive, member, MOST_PART);
    if (bytes === undefined) return [brokenFault(label)];
    const text = bytes.toString('latin1');
    if (/macroEnabled|vbaProject|activeX/i.test(text)) return [macroFault()];
    if (isLink && PROGRAM_LINK.test(text)) return [macroFault()];
    const relations = text.match(/<Relationship\b[^>]*>/g) ?? [];
    const external = relations.filter((each) => /TargetMode\s*=\s*["']External/i.test(each));
    if (external.some((each) => OUTWARD.test(each.replaceAll("'", '"')))) {
      return [
        contentFault(
          '文件打开时会读取别处的模板或对象',
          'it loads templates or objects from elsewhere',
        ),
      ];
    }
  }
  return [];
}

/** Names of streams with macros and packed programs in a document of the older kind. */
const STREAMS = ['_VBA_PROJECT', 'VBA_PROJECT_CUR', '\u0001Ole10Native', '\u0001Ole10ItemName'];

/** Of the header of an OLE compound file, and of the sectors behind it, in bytes. */
const SECTOR = 512;

/** Macros and programs in an office document of the older kind (OLE compound file). */
export function oleFaults(bytes: Uint8Array, label: string): FormFault[] {
  // A header, a table of sectors and a directory are the least that there is.
  if (bytes.length < 3 * SECTOR) return [brokenFault(label)];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = STREAMS.some((name) => buffer.includes(Buffer.from(name, 'utf16le')));
  return found ? [macroFault()] : [];
}

function macroFault(): FormFault {
  return contentFault('文件里有宏或者程序', 'the file holds macros or programs');
}

/** Objects in an RTF document. */
export function rtfFaults(bytes: Uint8Array): FormFault[] {
  const text = Buffer.from(bytes).toString('latin1');
  if (!/\\(objdata|objupdate|objautlink|ddeauto|template)\b/i.test(text)) return [];
  return [contentFault('文件里有嵌入的对象', 'the file holds embedded objects')];
}
