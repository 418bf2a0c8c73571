import { perField, strings } from '../../model/texts.ts';
import { say } from '../../model/words.ts';
import { firstMarkup } from '../../text/markup.ts';
import type { Rule } from '../rule.ts';

/** Texts that are shown as they are; others are Markdown, in which two stars mean bold. */
const isPlain = perField((field) => /(^|\/)(name|title|law|document|article)$/.test(field));

/** What people read has no tags and entities of web pages in it. */
export const markupInText: Rule = {
  id: 'markup-in-text',
  severity: 'warning',
  title: say('文字里有网页标记', 'markup of web pages in a text'),
  why: say(
    '从网站或系统里复制来的文字常带着 <br>、&nbsp; 这样的标记。它们会照原样印在指南和告知单上，群众看不懂。',
    'Texts copied from sites carry tags and entities, which are printed as they stand.',
  ),
  bad: 'notes: 请带原件。<br>复印件不收。',
  good: 'notes: 请带原件，复印件不收。',
  *file({ value }) {
    for (const place of strings(value)) {
      const found = firstMarkup(place.text, isPlain(place));
      if (found === undefined) continue;
      yield {
        pointer: place.pointer,
        range: [found.at, found.at + found.sign.length],
        message: say(`“${found.sign}”是网页标记`, `“${found.sign}” is markup`),
        hint: say(`改成文字：${found.instead}`, `write it as text: ${found.instead}`),
      };
    }
  },
};
