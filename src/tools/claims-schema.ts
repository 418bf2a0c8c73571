import { knownNames } from '../stats/claims/catalogue-names.ts';

/** schemas/editor/claims.schema.json: a file of claims, with the names that workings may use. */
export function claimsSchema(): string {
  const names = knownNames().map(([name, words]) => ({ name, zh: words.zh }));
  const text = (description: string) => ({ type: ['string', 'number'], description });
  const figure = {
    type: 'object',
    additionalProperties: false,
    required: ['says'],
    properties: {
      name: text('算式里用的名称；不写就用 says'),
      says: text('原文里的数，和原文一样写，例如：95.8%、约22万元、5至8份'),
      is: {
        description:
          '算式：同一句里的名称、目录的数、台账；可以用 + − × ÷、括号、合计、计数、平均，? 是原文没有写的整数。' +
          '例如：(法定 − 承诺) ÷ 法定。不写就是只列出的数',
        anyOf: [
          { enum: names.map(({ name }) => name), enumDescriptions: names.map(({ zh }) => zh) },
          { type: ['string', 'number'] },
        ],
      },
      growth: { enum: [true, false], description: '是增长，可以超过100%' },
      target: { enum: [true, false], description: '是目标，不是已经做到的' },
    },
  };
  const claim = {
    type: 'object',
    additionalProperties: false,
    required: ['quote', 'figures'],
    properties: {
      id: text('这一句的标识'),
      quote: text('原文'),
      source: text('出处'),
      figures: { type: 'array', description: '这一句里的数', items: figure },
      assume: {
        type: 'object',
        description: '原文没有说明的计法和几种取值，例如：{ 即办件计: ["0", "0.5", "1"] }',
        maxProperties: 1,
        additionalProperties: { type: 'array', items: { type: ['string', 'number'] } },
      },
    },
  };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '公开材料里的数',
    description: '由 mingbai 生成，供编辑器使用：mingbai claims 核对的文件',
    type: 'object',
    additionalProperties: false,
    required: ['claims'],
    properties: {
      title: text('标题'),
      ledgers: {
        type: 'object',
        description: '台账：名称和同一文件夹里的 CSV 文件',
        additionalProperties: { type: 'string' },
      },
      claims: { type: 'array', description: '各句', items: claim },
    },
  };
  return `${JSON.stringify(schema)}\n`;
}
