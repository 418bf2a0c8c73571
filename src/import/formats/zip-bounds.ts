import { MOST, tooLarge } from '../bounds.ts';

/** In bytes: a directory's end without a comment, and with the longest one. */
const END = 22;
const LONGEST_END = 65_557;
const END_SIGN = 0x06054b50;
const ENTRY_SIGN = 0x02014b50;
const ENTRY = 46;
/** What stands for a size that is told elsewhere, as for files above 4 GB. */
const ELSEWHERE = 0xffffffff;

/**
 * Throws ImportFailure for a workbook that unpacks to more than is read. Its directory says how
 * much that is, and the reader of workbooks unpacks no more than the directory says.
 */
export function refuseBomb(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  // Whoever reads it will say that it is no workbook.
  if (end === undefined) return;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  if (count > MOST.parts) throw bomb();
  for (let part = 0; part < count; part += 1) {
    if (at + ENTRY > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGN) return;
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    if (packed === ELSEWHERE || size === ELSEWHERE || (size === 0 && packed > 2)) throw bomb();
    total += size;
    if (total > MOST.unpacked) throw bomb();
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    at += lengths.reduce((sum, length) => sum + length, ENTRY);
  }
}

function endOf(view: DataView): number | undefined {
  const least = Math.max(0, view.byteLength - LONGEST_END);
  for (let at = view.byteLength - END; at >= least; at -= 1) {
    if (view.getUint32(at, true) === END_SIGN) return at;
  }
  return undefined;
}

function bomb(): Error {
  const most = MOST.unpacked >> 20;
  return tooLarge(
    `工作簿解压后超过 ${most} MiB，或者有 ${MOST.parts} 个以上部件`,
    `the workbook unpacks to more than ${most} MiB or ${MOST.parts} parts`,
  );
}
