import { remembered } from './remember.ts';

/** Ranks of legal force (效力级别), as the schema has them. */
export type LawRank =
  | '法律'
  | '行政法规'
  | '国务院决定'
  | '地方性法规'
  | '部门规章'
  | '地方政府规章'
  | '规范性文件'
  | '标准';

const BY_NUMBER: readonly (readonly [LawRank, RegExp])[] = [
  ['法律', /主席令/],
  ['行政法规', /国务院(?:令|第\d+号令)/],
  ['地方政府规章', /(?:省|市|自治区|州)(?:人民)?政府令/],
  [
    '部门规章',
    /(?:部|委员会|总局|局|署|银行|部委)(?:公告)?(?:\d{4}年)?(?:第[\d一二三四五六七八九十百]+号)?令/,
  ],
  [
    '规范性文件',
    /(?:国办发|发改|财综|财税|财政|办发|厅字|政发|政办发).{0,6}[〔［[（(]\d{4}[〕］\])）]/,
  ],
  ['标准', /^(?:GB|DB|[A-Z]{2,3}\/T)/],
];
const PLACE = /^(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|自治州|市|县)|北京|上海|天津|重庆)/;

/**
 * The rank that a title and a document number tell for sure; undefined where they leave it open
 * (办法, 规定 and 细则 may be of any rank). Rules of a ministry are never called 条例
 * (规章制定程序条例 第七条), whoever issued them.
 */
export function inferRank(law: string, document = ''): LawRank | undefined {
  return (document === '' ? rankOfTitle : rankOfDocument(document))(law);
}

const rankOfTitle = remembered((law) => inferFrom(law, ''));
const rankOfDocument = remembered((document) => {
  return remembered((law) => inferFrom(law, document), 100);
});

function inferFrom(law: string, document: string): LawRank | undefined {
  const title = law.replace(/[《》\s]/g, '');
  if (/^国务院.+的决定$/.test(title)) return '国务院决定';
  if (/国发/.test(document)) return undefined;
  const numbered = BY_NUMBER.find(([, form]) => form.test(document.replace(/\s/g, '')))?.[0];
  const bare = title.replace(/[（(].*$/, '');
  if (/法$/.test(bare) && !/办法$/.test(bare)) return '法律';
  if (/条例$/.test(title)) return PLACE.test(title) ? '地方性法规' : '行政法规';
  if (numbered === '部门规章' && isOldOrNational(title, document)) return undefined;
  if (numbered !== undefined) return numbered;
  if (/^(?:GB|DB)/.test(title)) return '标准';
  if (/的(?:通知|意见|批复|函|公告|通告)$/.test(title)) return '规范性文件';
  return undefined;
}

/**
 * Before 2000 the State Council approved regulations that a ministry then issued under its own
 * number: they rank as 行政法规, so such a number tells nothing.
 */
function isOldOrNational(title: string, document: string): boolean {
  return /(?:19\d{2}年|国务院批准|〔19|\[19)/.test(document) || title.startsWith('中华人民共和国');
}

const NEVER_FOUNDS_LICENCE: ReadonlySet<LawRank> = new Set(['部门规章', '规范性文件', '标准']);

/** Whether a rank can never found a licence (行政许可法 第十四条、第十五条、第十七条). */
export function cannotFoundLicence(rank: LawRank): boolean {
  return NEVER_FOUNDS_LICENCE.has(rank);
}
