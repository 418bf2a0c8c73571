import type { Settings } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

type Mark = readonly [pointer: string, label: Words, value: (settings: Settings) => unknown];

const MARKS: readonly Mark[] = [
  ['/publisher', say('主办单位', 'host body'), ({ publisher }) => publisher],
  ['/site', say('网站地址', 'address of the site'), ({ site }) => site],
  ['/marks/site_id', say('网站标识码', 'site identification code'), ({ marks }) => marks?.site_id],
  ['/marks/icp', say('ICP备案号', 'ICP filing number'), ({ marks }) => marks?.icp],
  ['/marks/police', say('公安备案号', 'police filing number'), ({ marks }) => marks?.police],
];

/** Sites of the government have an address that ends so. */
const GOVERNMENT = /^https?:\/\/([^/?#:]+\.)?gov\.cn([/:?#]|$)/i;

/** A site that bears official marks, or is a government's, bears all of them. */
export const siteMarks: Rule = {
  id: 'site-marks',
  severity: 'warning',
  title: say('网站标识不全', 'official marks are missing'),
  why: say(
    '政府网站的每一页都要标明主办单位、网站标识码、ICP备案号和公安备案号。缺一项，网站检查就不合格。',
    'Every page of a government site names its host body, identification code and filings.',
  ),
  citation: '《政府网站发展指引》（国办发〔2017〕47号）',
  bad: 'files:\n  mingbai.yaml: { marks: { icp: null } }',
  good: 'files:\n  mingbai.yaml: { marks: { icp: 示例备00000001号 } }',
  *catalog({ catalog: { settings } }) {
    const { marks, site = '' } = settings.value;
    if (marks === undefined && !GOVERNMENT.test(site)) return;
    for (const [pointer, label, value] of MARKS) {
      if (value(settings.value) !== undefined) continue;
      yield {
        path: settings.path,
        pointer: pointer.startsWith('/marks') && marks !== undefined ? '/marks' : '',
        on: 'key',
        message: say(`网站标识里没有${label.zh}`, `${label.en} is missing`),
        hint: say(`在 mingbai.yaml 写上${label.zh}`, `add it to mingbai.yaml`),
      };
    }
  },
};
