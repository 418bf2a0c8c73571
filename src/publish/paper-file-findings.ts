import { publishedForm } from '../load/forms.ts';
import type { Entry } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import type { Settings } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import { readPaperFiles, type Unfit } from '../render/paper/paper-files.ts';

/** Findings about the fonts and the emblem that the settings name for paper. */
export function paperFileFindings(settings: Entry<Settings>, files: Files): Finding[] {
  const { paper } = settings.value;
  if (paper === undefined) return [];
  const { unfit } = readPaperFiles(paper, (path) => publishedForm(path, files));
  return unfit.map((each) => unfitFinding(settings, each));
}

/** A font or emblem named in the settings that paper can make no use of. */
function unfitFinding(settings: Entry<unknown>, { key, path }: Unfit): Finding {
  const pointer = `/paper/${key}`;
  return {
    rule: 'unfit-paper-file',
    severity: 'error',
    path: settings.path,
    pointer,
    span: settings.source.locate(pointer, 'value'),
    message: say(`“${path}”用不了`, `“${path}” cannot be used`),
    hint: say(
      '字体要静态 TrueType（.ttf），徽标要灰度或 RGB 的 JPEG，放在 forms/ 下',
      'fonts: static TrueType; emblem: JPEG in grey or RGB; both below forms/',
    ),
  };
}
