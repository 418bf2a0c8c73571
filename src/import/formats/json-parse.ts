import { say } from '../../model/words.ts';
import { MOST } from '../bounds.ts';
import { ImportFailure } from '../failure.ts';

/** Throws ImportFailure with the line where the text is no JSON; JSON Lines are an array. */
export function parseJson(text: string): unknown {
  refuseDepth(text);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (/^\s*\{.*\}\s*$/m.test(firstLine(text)) && /\n\s*\{/.test(text))
      return parseJsonLines(text);
    // The engine's own words are for programmers, but they tell the place.
    const place = /position (\d+)/.exec(String(error))?.[1];
    const line = lineAt(text, place === undefined ? text.length : Number(place));
    throw notJson(line);
  }
}

/** One value a line. */
export function parseJsonLines(text: string): unknown[] {
  return text.split(/\r\n|\n/).flatMap((line, at) => {
    if (line.trim() === '') return [];
    refuseDepth(line);
    try {
      return [JSON.parse(line) as unknown];
    } catch {
      throw notJson(at + 1);
    }
  });
}

function firstLine(text: string): string {
  return /^\s*([^\n]*)/.exec(text)?.[1] ?? '';
}

function notJson(line: number): ImportFailure {
  return new ImportFailure(
    say(`不是有效的 JSON，第 ${line} 行读不下去`, `not valid JSON from line ${line} on`),
  );
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

/** Throws ImportFailure for what is nested too deeply to be walked through. */
function refuseDepth(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) quoted = !quoted;
    else if (quoted) at += sign === BACKSLASH ? 1 : 0;
    else if (sign === BRACKET || sign === BRACE) depth += 1;
    else if (sign === BRACKET + 2 || sign === BRACE + 2) depth -= 1;
    if (depth <= MOST.depth) continue;
    const [line, most] = [lineAt(text, at), MOST.depth];
    throw new ImportFailure(
      say(
        `第 ${line} 行的列表和对象套了 ${most} 层以上，没有导入；先把它拆开`,
        `line ${line}: lists and objects more than ${most} deep are not read`,
      ),
    );
  }
}

const [QUOTE, BACKSLASH, BRACKET, BRACE] = [0x22, 0x5c, 0x5b, 0x7b];
