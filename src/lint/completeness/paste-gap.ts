import type { Source } from '../../model/source.ts';
import { say, type Words } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Gap } from './measure.ts';

/** What fills a gap: the lines to paste, in the language of the file. */
export function pasteGap(source: Source, gap: Gap): Words {
  const { label, elsewhere } = gap;
  if (elsewhere !== undefined) return elsewhere;
  const lead = gap.written
    ? say(`改写${label.zh}，例如`, `write the ${label.en} anew, e.g.`)
    : say(`补写${label.zh}`, `add the ${label.en}`);
  return paste(source, gap.paste ?? gap.pointer, lead, gap.example);
}
