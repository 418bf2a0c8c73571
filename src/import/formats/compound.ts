import { Buffer } from 'node:buffer';
import { say } from '../../model/words.ts';
import { ImportFailure } from '../failure.ts';
import { begins, type Format, type InputFile } from './format.ts';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether a file is of the kind in which Office of old kept everything. */
export function isCompound({ bytes }: InputFile): boolean {
  return begins(bytes, SIGNATURE);
}

/** Whether a compound file has a stream of this name. */
export function hasStream({ bytes }: InputFile, name: string): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return all.includes(Buffer.from(name, 'utf16le'));
}

/** A workbook or document with a password, which Office packs in a compound file. */
export const encryptedFormat: Format = {
  id: 'encrypted',
  is(file) {
    if (!isCompound(file)) return false;
    const named = /\.(?:xlsx|xlsm|docx)$/i.test(file.name);
    // A workbook of old may have been renamed.
    const isOld = ['Workbook', 'WordDocument'].some((name) => hasStream(file, name));
    return hasStream(file, 'EncryptedPackage') || (named && !isOld);
  },
  open(): never {
    throw new ImportFailure(
      say(
        '这个文件加了密码，读不了；请在 WPS 或 Excel 里打开，去掉密码另存后再导入',
        'this file has a password: open it, save it without the password and import it again',
      ),
    );
  },
};

/** Word's format of old. */
export const docFormat: Format = {
  id: 'doc',
  is(file) {
    return (
      isCompound(file) && (hasStream(file, 'WordDocument') || /\.(?:doc|wps)$/i.test(file.name))
    );
  },
  open(): never {
    throw new ImportFailure(
      say(
        '这是旧版 Word 文档（.doc），不读；请在 WPS 或 Word 里另存为 DOCX 后再导入',
        'this is a Word document of old (.doc): save it as DOCX and import it again',
      ),
    );
  },
};
