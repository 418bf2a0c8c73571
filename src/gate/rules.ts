import type { RuleDoc } from '../model/rule-doc.ts';
import { say } from '../model/words.ts';

/** What only shows when a catalogue is held against an earlier revision: `check --against`. */
export const GATE_RULES = [
  {
    id: 'added-burden',
    severity: 'error',
    title: say('增加了申请人的负担，没有新的依据', 'more is asked of people without a new basis'),
    why: say(
      '没有法律、法规、规章依据，不得增设政务服务事项的办理条件和环节；时限、材料、收费、渠道也按同样的尺度看。',
      'No condition or step may be added without a law, regulation or rule behind it.',
    ),
    bad: `# 原来 copies: 1
materials: [{ name: 取水许可申请书, copies: 3 }]
`,
    good: `# 原来 copies: 1
materials:
  - name: 取水许可申请书
    copies: 3
    increase: { decision: 取水许可管理办法第十条, date: 2026-10-09 }
`,
    citation: '《优化营商环境条例》第三十五条',
  },
  {
    id: 'reused-id',
    severity: 'error',
    title: say('同一个标识换成了另一个事项', 'an id now stands for another service'),
    why: say(
      '网址、二维码和编码都按标识走，换了事项，旧的纸面会把人领到别处。',
      'Addresses and QR codes go by the id: old sheets would lead people elsewhere.',
    ),
    bad: `# 原来 id: water-abstraction，name: 取水许可
id: water-abstraction
name: 食品经营许可
`,
    good: `id: food-operation
name: 食品经营许可
`,
  },
  {
    id: 'removed-fact',
    severity: 'error',
    title: say('删去了标准要求写明的要素', 'what a standard asks for was taken out'),
    why: say(
      '原来写明的要素删去以后，群众又要多问一次。',
      'What was said before has to be asked for again.',
    ),
    bad: `# 原来 visits: 1
visits: null
`,
    good: `visits: 1
`,
  },
  {
    id: 'version-not-raised',
    severity: 'warning',
    title: say('内容变了，版本和实施日期没有变', 'changed, but version and date are as before'),
    why: say(
      '变更要公开具体实施时间。纸面凭版本和实施日期分新旧。',
      'A change is published with its date; sheets are told apart by version and date.',
    ),
    bad: `# 原来 version: "1"，committed: 5个工作日
version: "1"
limits: { committed: 3个工作日 }
`,
    good: `version: "2"
limits: { committed: 3个工作日 }
`,
  },
  {
    id: 'unreviewed-commit',
    severity: 'error',
    title: say('提交没有经过审核', 'a commit nobody reviewed'),
    why: say(
      '设置里写了审核人的目录，每次提交都要有审核人的 Reviewed-by，写几级就要几级。',
      'Where the settings name reviewers, every commit carries their Reviewed-by.',
    ),
    bad: `# 提交说明里没有 Reviewed-by
reviewers: [{ name: 县政务服务局审核科 }]
`,
    good: `# 提交说明里有 Reviewed-by: 县政务服务局审核科
reviewers: [{ name: 县政务服务局审核科 }]
`,
  },
] as const satisfies readonly RuleDoc[];

/** Ids of the rules of the gate. */
export type GateRuleId = (typeof GATE_RULES)[number]['id'];
