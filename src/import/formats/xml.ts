import { say } from '../../model/words.ts';
import { ImportFailure } from '../failure.ts';
import type { Format } from './format.ts';
import { hasEnding, textOf } from './text.ts';

/** XML, which may mean anything. */
export const xmlFormat: Format = {
  id: 'xml',
  is(file) {
    return hasEnding(file, 'xml', 'et', 'xsl') || /^\s*<\?xml/.test(textOf(file));
  },
  open(): never {
    throw new ImportFailure(
      say(
        '这是 XML，不读；请从原系统导出 XLSX、CSV 或 JSON 后再导入',
        'this is XML: have the system it comes from write XLSX, CSV or JSON',
      ),
    );
  },
};
