import { resolve } from 'node:path';
import { ImportFailure } from '../import/failure.ts';
import { readCsv } from '../import/formats/csv.ts';
import { say } from '../model/words.ts';
import type { CaseCounts } from '../stats/cases.ts';
import { toHalfWidth } from '../text/numeral.ts';
import { quotable } from '../text/visible.ts';
import { type Session, UsageError } from './command.ts';
import { readTextFile } from './text-file.ts';

const CODE = /^(?:事项)?(?:基本|实施|业务办理项|地方)?(?:编码|代码|标识)$|^(?:code|id|item)$/i;
const COUNT = /办件|件数|数量|受理量|^cases?$|^count$/i;

/** Cases of a year by code, from a CSV file. Throws UsageError for one that is none. */
export async function readCases(file: string, { world }: Session): Promise<CaseCounts> {
  const { rows } = await readCsv(readTextFile(resolve(world.cwd, file), file)).catch(
    (error: unknown) => {
      if (!(error instanceof ImportFailure)) throw error;
      const { zh, en } = error.words;
      throw new UsageError(say(`${quotable(file)} ${zh}`, `${quotable(file)} ${en}`));
    },
  );
  const [head = [], ...body] = rows;
  const [code, count] = [CODE, COUNT].map((form) =>
    head.findIndex((cell) => form.test(cell.trim())),
  );
  if (code === undefined || count === undefined || code < 0 || count < 0) {
    const zh = `“${quotable(file)}”第一行要有“事项编码”和“办件量”两栏`;
    throw new UsageError(say(zh, `“${quotable(file)}”: its head needs 事项编码 and 办件量`));
  }
  const counts = new Map<string, bigint>();
  for (const [index, row] of body.entries()) {
    const name = (row[code] ?? '').trim();
    const digits = toHalfWidth(row[count] ?? '')
      .trim()
      .replace(/,/g, '');
    if (name === '' && digits === '') continue;
    if (name === '' || !/^\d{1,15}$/.test(digits) || counts.has(name)) {
      const why = counts.has(name) ? '编码重复' : '要有编码和整数的办件量';
      const words = say(
        `“${quotable(file)}”第 ${index + 2} 行：${why}`,
        `“${quotable(file)}” line ${index + 2}: a code once, with a whole number`,
      );
      throw new UsageError(words);
    }
    counts.set(name, BigInt(digits));
  }
  return counts;
}
