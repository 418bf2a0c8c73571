/**
 * Values to begin with where a whole list is missing, complete enough that no rule asks for more;
 * by JSON pointer. Of all others the schema has the example.
 */
const EXAMPLES: Readonly<Record<string, unknown>> = {
  '/materials': [
    {
      name: '授权委托书',
      kind: '文书资料',
      form: '原件',
      medium: '纸质',
      copies: 1,
      source: '申请人自备',
      necessity: '非必要',
      when: '委托他人办理的',
      criteria: '写明委托事项和期限，委托人签名。',
    },
  ],
  '/materials/0/deferral': {
    within: '1个工作日',
    how: '到窗口补交',
    overdue: '按撤回申请处理，材料退还申请人',
  },
  '/materials/0/outcome': {
    lawful: '有法律依据',
    licence: '不能用现有证照证明',
    promise: '不能用书面承诺代替',
    listed: '已列入保留的证明事项清单',
  },
  '/visits': 0,
  '/channels/handling': ['窗口办理'],
};

/** Such a value at a JSON pointer; undefined where the schema's own example will do. */
export function pasteExample(pointer: string): unknown {
  return EXAMPLES[pointer.replace(/\/\d+(?=\/|$)/g, '/0')];
}
