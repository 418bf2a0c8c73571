import type { Reading } from '../reading.ts';
import type { FieldReader } from './reader.ts';

/** 编码 without saying which: by its length one of the national codes, else a local one. */
export const codeReader: FieldReader = {
  paths: ['code'],
  read(reading: Reading): void {
    const code = reading.text('code');
    if (code === undefined) return;
    const key = keyOf(code);
    if (key !== 'local') reading.conclude('code-kind', 'code');
    const codes = reading.draft.codes ?? {};
    if (codes[key] !== undefined && codes[key] !== code) {
      reading.doubt('code', code, '另一栏已有不同的编码');
      return;
    }
    reading.draft.codes = { ...codes, [key]: code };
  },
};

function keyOf(code: string): 'basic' | 'implementation' | 'handling' | 'local' {
  if (/^[0-9A-Z]{31}$/i.test(code)) return 'implementation';
  if (/^[0-9A-Z]{33}$/i.test(code)) return 'handling';
  return /^\d{9}[0-9A-Z]{3}$/i.test(code) ? 'basic' : 'local';
}
