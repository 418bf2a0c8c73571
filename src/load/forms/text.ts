import { contentFault, type FormFault } from './fault.ts';

/** Cells that a spreadsheet takes for commands. */
const COMMAND =
  /(?:^|[\t,;"])\s*[=+@-]\s*(?:cmd|powershell|mshta|rundll32|msexcel|dde|webservice|hyperlink)\s*[|(]/im;

/** Tables in plain text of which a cell runs or fetches something when they are opened. */
export function tableFaults(bytes: Uint8Array): FormFault[] {
  const buffer = Buffer.from(bytes);
  const text = isWide(bytes) ? buffer.toString('utf16le') : buffer.toString('latin1');
  return COMMAND.test(text) ? [contentFault('有的格子会运行命令', 'some cells run commands')] : [];
}

/** UTF-16 with its byte order mark, as spreadsheets write “Unicode text”. */
export function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
