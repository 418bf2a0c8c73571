import { isIdentifying } from '../../model/text-fields.ts';
import { perField, strings } from '../../model/texts.ts';
import { say } from '../../model/words.ts';
import { nameBlank, ODD_BLANK } from '../../text/blanks.ts';
import type { Rule } from '../rule.ts';

const isName = perField(isIdentifying);

/** A name has no blank that looks like another: two names that look the same are the same. */
export const blankInName: Rule = {
  id: 'blank-in-name',
  severity: 'error',
  title: say('名称里有全角空格或不间断空格', 'wide or no-break space in a name'),
  why: say(
    '从 Word 粘贴来的空格有好几种，看着一样却对不上，按名称检索、比对和合并就会出错。正文里的不算。',
    'Spaces pasted from Word look alike and differ: names no longer match. Running text may have them.',
  ),
  bad: 'name: 取水　许可',
  good: 'name: 取水许可',
  *file({ value }) {
    for (const place of strings(value)) {
      if (!isName(place)) continue;
      const at = place.text.search(ODD_BLANK);
      if (at === -1) continue;
      const blank = nameBlank(place.text.charAt(at));
      yield {
        pointer: place.pointer,
        range: [at, at + 1],
        message: say(`这里的空格是${blank.zh}`, `this blank is a ${blank.en}`),
        hint: say('删去它，或者改成半角空格', 'delete it, or use an ordinary space'),
      };
    }
  },
};
