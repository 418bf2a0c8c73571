import type { Finding } from '../model/finding.ts';
import { say } from '../model/words.ts';
import { Lines } from '../text/lines.ts';
import { loadFinding } from './findings.ts';

/** The lines that git leaves around and between what two people wrote in one place. */
const MARKS = /^(<{7}|={7}|>{7})(?: .*)?\r?$/gm;

/** Conflicts of git that nobody has settled, each at its first line. */
export function conflictsIn(path: string, text: string): Finding[] {
  if (!text.includes('<<<<<<<')) return [];
  const lines = new Lines(text);
  const findings: Finding[] = [];
  let begun: RegExpExecArray | undefined;
  let isParted = false;
  for (const mark of text.matchAll(MARKS)) {
    const [, sign = ''] = mark;
    if (sign.startsWith('<')) [begun, isParted] = [mark, false];
    else if (sign.startsWith('=')) isParted = begun !== undefined;
    else if (begun !== undefined && isParted) {
      findings.push(conflictAt(path, lines, begun));
      begun = undefined;
    }
  }
  return findings;
}

function conflictAt(path: string, lines: Lines, { 0: line, index }: RegExpExecArray): Finding {
  return loadFinding(
    'yaml-syntax',
    path,
    { span: lines.span(index, index + line.trimEnd().length) },
    say('两个人改了同一处，git 的合并冲突还没有解决', 'a merge conflict of git is not settled'),
    say(
      '留下对的一段，删去另一段和 <<<<<<<、=======、>>>>>>> 这三行',
      'keep the right part, delete the other and the lines <<<<<<<, ======= and >>>>>>>',
    ),
  );
}
