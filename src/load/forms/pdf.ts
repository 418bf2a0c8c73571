import { inflateSync } from 'node:zlib';
import { contentFault, type FormFault } from './fault.ts';

/** Names that make a PDF run, open or carry something. */
const ACTIVE =
  /\/(JavaScript|JS|Launch|RichMedia|EmbeddedFiles|EmbeddedFile|SubmitForm|ImportData)(?![A-Za-z0-9])/;
/** Of all objects that stand packed in a PDF, unpacked, in bytes. */
const MOST_OBJECTS = 32 * 1024 * 1024;

/** Scripts, programs and attachments in a PDF, also in packed objects. */
export function pdfFaults(bytes: Uint8Array): FormFault[] {
  for (const text of objectsOf(Buffer.from(bytes).toString('latin1'))) {
    const name = ACTIVE.exec(plainNames(text))?.[1];
    if (name === undefined) continue;
    return [
      contentFault(
        `PDF 里有脚本、附件或者要运行的内容（${name}）`,
        `the PDF holds scripts, attachments or actions (${name})`,
      ),
    ];
  }
  return [];
}

/** Names may be written with codes: `/J#61vaScript`. */
function plainNames(text: string): string {
  return text.replace(/#([\da-fA-F]{2})/g, (_, hex: string) => {
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
}

/** What stands outside of streams, and the streams that hold objects. */
function* objectsOf(text: string): Iterable<string> {
  let rest = MOST_OBJECTS;
  let at = 0;
  for (;;) {
    const start = text.indexOf('stream', at);
    if (start === -1) break;
    const outside = text.slice(at, start);
    yield outside;
    const end = text.indexOf('endstream', start);
    if (end === -1) break;
    if (/\/ObjStm\b/.test(outside.slice(outside.lastIndexOf('obj')))) {
      const objects = inflated(text.slice(start + 6, end), rest);
      rest -= objects.length;
      yield objects;
    }
    at = end + 9;
  }
  yield text.slice(at);
}

function inflated(stream: string, most: number): string {
  const data = Buffer.from(stream.replace(/^\r?\n/, ''), 'latin1');
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, most) }).toString('latin1');
  } catch {
    // Packed in another way, or not at all.
    return stream;
  }
}
