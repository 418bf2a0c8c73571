import type { RuleDoc } from '../model/rule-doc.ts';
import { say } from '../model/words.ts';
import { FILE_RULES, FORM_RULES } from './file-rules.ts';
import { SLIP_RULES } from './slip-rules.ts';

/** What reading a catalogue can find wrong, before any rule of content is asked. */
export const LOAD_RULES = [
  ...FILE_RULES,
  {
    id: 'yaml-syntax',
    severity: 'error',
    title: say('YAML 写法有误', 'YAML cannot be read'),
    why: say(
      '缩进、冒号或引号写错，后面的内容就读不出来。',
      'With wrong indentation, colons or quotes the rest of the file cannot be read.',
    ),
    bad: 'name: "取水许可\n',
    good: 'name: "取水许可"\n',
  },
  {
    id: 'yaml-tab',
    severity: 'error',
    title: say('用制表符缩进', 'indented with a tab'),
    why: say('YAML 只能用空格缩进。', 'YAML is indented with spaces only.'),
    bad: 'limits:\n\tcommitted: 3个工作日\n',
    good: 'limits:\n  committed: 3个工作日\n',
  },
  {
    id: 'yaml-alias',
    severity: 'error',
    title: say('使用了锚点、别名、标签或合并键', 'uses an anchor, alias, tag or merge key'),
    why: say(
      '每个事项要能单独读懂，引用别处的内容容易改错，也可能让文件无限膨胀。',
      'Each item must be readable by itself; references are easy to break and can explode.',
    ),
    bad: 'faq: &a []\nnotes: *a\n',
    good: 'faq: []\n',
  },
  {
    id: 'duplicate-key',
    severity: 'error',
    title: say('同一个键写了两次', 'key written twice'),
    why: say('写两次时不知道以哪一个为准。', 'It is unclear which of the two counts.'),
    bad: 'name: 取水许可\nname: 取水审批\n',
    good: 'name: 取水许可\n',
  },
  {
    id: 'fullwidth-colon',
    severity: 'error',
    title: say('键后面用了全角冒号', 'full-width colon after a key'),
    why: say('YAML 只认半角冒号加空格。', 'YAML knows only the ASCII colon and a space.'),
    bad: 'name：取水许可\n',
    good: 'name: 取水许可\n',
  },
  ...SLIP_RULES,
  {
    id: 'fullwidth-digit',
    severity: 'warning',
    title: say('编码、时限、日期或电话里有全角字符', 'full-width characters in a coded value'),
    why: say(
      '全角数字看着一样，检索和比对时却不相等。已按半角理解。',
      'Full-width digits look the same but do not compare equal; they were read as half-width.',
    ),
    bad: 'limits: { committed: ３个工作日 }\n',
    good: 'limits: { committed: 3个工作日 }\n',
  },
  {
    id: 'unknown-key',
    severity: 'error',
    title: say('没有这个键', 'unknown key'),
    why: say(
      '不认识的键不会出现在办事指南里，多半是写错了字。',
      'An unknown key never reaches the guide; most often it is a slip of the pen.',
    ),
    bad: 'nmae: 取水许可\n',
    good: 'name: 取水许可\n',
  },
  {
    id: 'wrong-shape',
    severity: 'error',
    title: say('写法的形状不对', 'wrong shape of value'),
    why: say(
      '应写列表、表或数字的地方写了别的。',
      'Something else stands where a list, a map or a number is expected.',
    ),
    bad: 'visits: 一次\n',
    good: 'visits: 1\n',
  },
  {
    id: 'missing-field',
    severity: 'error',
    title: say('缺少必填的键', 'required key is missing'),
    why: say('缺了它就不成其为一条记录。', 'Without it the record is not one.'),
    bad: 'materials: [{ copies: 1 }]\n',
    good: 'materials: [{ name: 取水许可申请书, copies: 1 }]\n',
  },
  {
    id: 'unknown-value',
    severity: 'error',
    title: say('不在允许的取值之中', 'not one of the allowed values'),
    why: say(
      '这一栏只能从国家标准规定的取值中选择，统计和交换才对得上。',
      'The field takes coded values only, so that statistics and exchange agree.',
    ),
    bad: 'type: 行政审批\n',
    good: 'type: 行政许可\n',
  },
  {
    id: 'wrong-format',
    severity: 'error',
    title: say('格式不对', 'wrong format'),
    why: say('时限、日期、网址要能让程序读懂。', 'Limits, dates and addresses must be readable.'),
    bad: 'limits: { committed: 三天左右 }\n',
    good: 'limits: { committed: 3个工作日 }\n',
  },
  {
    id: 'empty-value',
    severity: 'warning',
    title: say('键后面没有内容', 'key without a value'),
    why: say('空白按没有填写处理，不当作零。', 'A blank counts as absent, never as zero.'),
    bad: 'notes:\n',
    good: 'notes: 请携带原件核对。\n',
  },
  {
    id: 'id-mismatch',
    severity: 'error',
    title: say('标识与文件名不一致', 'id differs from the file name'),
    why: say('标识就是文件名，别处靠它来引用。', 'The id is the file name; others refer by it.'),
    bad: 'id: water\n# 文件名 water-abstraction.yaml\n',
    good: 'id: water-abstraction\n',
  },
  {
    id: 'department-folder',
    severity: 'error',
    title: say('实施主体与所在文件夹不一致', 'department differs from the folder'),
    why: say('事项放在实施主体的文件夹里。', 'An item lies in the folder of its department.'),
    bad: 'department: health\n# 文件在 items/water/\n',
    good: 'department: water\n',
  },
  {
    id: 'duplicate-id',
    severity: 'error',
    title: say('两个事项用了同一个标识', 'two items with one id'),
    why: say('标识在整个目录里只能用一次。', 'An id is used once in a catalogue.'),
    bad: 'id: water-abstraction\n# 另一个部门也有 water-abstraction.yaml\n',
    good: 'id: water-abstraction-town\n',
  },
  {
    id: 'repeated-id',
    severity: 'error',
    title: say('一个文件里两处用了同一个标识', 'one id twice in a file'),
    why: say(
      '情形、材料和窗口按标识引用，同名的两项分不清是哪一项。',
      'Situations, materials and windows are referred to by id: of two with one id nobody knows which is meant.',
    ),
    bad: 'materials:\n  - { id: application-form, name: 取水许可申请书 }\n  - { id: application-form, name: 取水许可变更申请书 }\n',
    good: 'materials:\n  - { id: application-form, name: 取水许可申请书 }\n  - { id: change-form, name: 取水许可变更申请书 }\n',
  },
  {
    id: 'duplicate-code',
    severity: 'error',
    title: say('两个事项用了同一个编码', 'two items with one code'),
    why: say(
      '实施编码是好差评、统计和交换的主键，一个编码只对应一个事项。',
      'The implementation code is the key of ratings and exchange: one code, one item.',
    ),
    bad: 'codes: { local: "511A0138" }\n# 另一个事项也写了 511A0138\n',
    good: 'codes: { local: "511A0139" }\n',
  },
  {
    id: 'missing-reference',
    severity: 'error',
    title: say('引用的内容不存在', 'refers to something that does not exist'),
    why: say('引用要能在目录中找到。', 'What is referred to must be in the catalogue.'),
    bad: 'department: watre\n',
    good: 'department: water\n',
  },
  {
    id: 'missing-file',
    severity: 'error',
    title: say('引用的文件不存在', 'refers to a file that does not exist'),
    why: say('群众点开会找不到表格。', 'People would click and find no form.'),
    bad: 'materials: [{ name: 申请书, blank: forms/none.docx }]\n',
    good: 'materials: [{ name: 申请书, blank: forms/water/application.docx }]\n',
  },
  ...FORM_RULES,
] as const satisfies readonly RuleDoc[];

export type LoadRuleId = (typeof LOAD_RULES)[number]['id'];
