import { decodeText } from '../load/decode.ts';
import { bytesOrWhy, type Files } from '../model/files.ts';
import { VERSION } from '../model/version.ts';
import { say } from '../model/words.ts';
import { inRange } from '../text/version-range.ts';
import { UsageError } from './command.ts';

const SETTINGS = 'mingbai.yaml';
const LINE = /^(?:mingbai|程序版本) *: *["']?([^"'#\n]*?)["']?\s*(?:#.*)?$/m;

/**
 * Throws UsageError where the settings name other versions of the program than this one: its
 * rules and keys are not those that the catalogue is written for. What is no range is told by the
 * schema.
 */
export function refuseOtherFormat(files: Files): void {
  if (!files.list().includes(SETTINGS)) return;
  const bytes = bytesOrWhy(SETTINGS, files);
  if (typeof bytes === 'string') return;
  const decoded = decodeText(bytes);
  const range = 'text' in decoded ? LINE.exec(decoded.text)?.[1] : undefined;
  if (range === undefined || inRange(VERSION, range) !== false) return;
  throw new UsageError(
    say(
      `目录写明用 mingbai ${range}（mingbai.yaml），现在运行的是 ${VERSION}。` +
        `安装合适的版本：npm install mingbai@"${range}"；升级目录见 docs/upgrade.md`,
      `the catalogue is written for mingbai ${range} (mingbai.yaml), this is ${VERSION}: ` +
        `npm install mingbai@"${range}", or see docs/upgrade.en.md`,
    ),
  );
}
