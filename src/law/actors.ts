/** Who is bound by a limit: a public body, or the people and bodies that come to it. */
export type Who = 'authority' | 'citizen';

/** A word that names somebody who acts, where it ends in a text. */
export interface Actor {
  readonly who: Who;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Public bodies and their officers by the word that their names end with. */
const AUTHORITIES = [
  '机关 部门 主管单位 办案单位 受理单位 承办单位 主办单位 政府 法院 检察院 公安局 公安厅 公安派出所 派出所',
  '委员会 常委会 人大 局 厅 署 部委 海关 边检站 主席团 主任会议 委员长会议 省长 市长 县长 区长 乡长 镇长 院长 检察长',
  '办事处 街道办 办公室 武装部 军区 大队 支队 总队 监狱 看守所 强制隔离戒毒所 戒毒所 登记处 领事馆 使馆 监察委 审判长',
  '政务服务中心 行政服务中心 公积金管理中心 公积金中心 经办中心 征收中心 指挥中心 消保委 仲裁庭 合议庭 审判员 法官',
  '国务院 财政部 商务部 公安部 教育部 司法部 农业农村部 外交部 民政部 省军区 总局 分局 支局 专利局 商标局 知识产权局',
  '登记机构 监管机构 监督机构 监督管理机构 监督管理部门 管理机构 执法机构 执法队 经办机构 派出机构 工作机构 行政机构',
  '审批机构 审核机构 受理机构 办理机构 税务机构 海事机构 检验检疫机构 内设机构 复议机构 审计机构 仲裁机构 征收机构 立法机构',
  '办事机构 主管机构 审查机构 考试机构 编制机构 稽查局 海事局 证监会 银保监会 保监会 银监会 监察机构 公证处 信访机构',
  '人民警察 民警 执法人员 执法组织 行政执法人员 调查组 行政许可实施机关 登记所 工商所 税务所 司法所 管理处 管理站 管理所',
  '统计机构 组织编制单位 调处机构 执行机构 赔偿义务机关 劳动能力鉴定委员会 认定机构',
  '人民代表大会 代表大会 常务委员会 人民政府 选举委员会 监督站 气象台 气象台站 法制机构 法工委 法律委员会 法制委员会 财政经济委员会 专门委员会 审计署 中国人民银行 人民银行',
].flatMap(words);

/** Those outside of the state, and bodies whose names end like those of public ones. */
const CITIZENS = [
  '申请人 当事人 相对人 利害关系人 被许可人 权利人 义务人 纳税人 扣缴义务人 经营者 生产者 销售者 使用人 所有人 所有权人',
  '经营人 承租人 出租人 持有人 持证人 负责人 法定代表人 代表人 代理人 监护人 监察对象 户主 亲属 父母 抚养人 收养人 继承人',
  '单位 企业 公司 个人 公民 法人 其他组织 社会组织 慈善组织 经济组织 募捐组织 行业组织 自治组织 宗教组织 学校 医院 幼儿园 个体工商户 农民 村民 居民 业主 用户 消费者 投诉人 举报人 信访人',
  '患者 病人 医师 护士 教师 学生 职工 劳动者 人员 驾驶人 船长 船员 船舶 旅客 发货人 收货人 承运人 托运人 保险人 投保人',
  '被保险人 受益人 债务人 债权人 管理人 发起人 出资人 股东 董事会 监事会 董事 投资者 投资人 合伙人 清算组 承包方 发包方',
  '承包人 发包人 施工人 建设者 开发者 服务商 提供者 运营者 网站 平台 媒体 机场 港口 码头 车站 商户 摊贩 饲养者 养犬人',
  '采矿权人 探矿权人 矿山企业 注册人 备案人 专利权人 商标注册人 被代理人 委托人 受托人 受让人 转让人 拍卖人 买受人',
  '购买人 收购人 出卖人 募捐人 捐赠人 受赠人 赔偿请求人 赔偿义务人 被申请人 被告 原告 第三人 上诉人 被上诉人 起诉人',
  '旅行社 组团社 合作社 信用社 物业管理委员会 业主委员会 业主大会 村民委员会 居民委员会 筹备组 物业服务人 物业服务企业 基金会 社会团体 协会 学会 商会 合作社 工会',
  '医疗机构 金融机构 保险机构 中介机构 检测机构 鉴定机构 评估机构 养老机构 教育机构 培训机构 检验机构 检验检测机构 服务机构',
  '代理机构 认证机构 经营机构 施工机构 养护机构 支付机构 托育机构 机场管理机构 福利机构 公益机构 出版机构 科研机构 拍卖机构',
  '资产评估机构 会计师事务所 律师事务所 事务所 验证机构 认可机构 技术机构 民办学校 用人单位 建设单位 施工单位 使用单位',
  '银行 证券交易所 交易所 期货公司 供电企业 供水企业 供热企业 燃气企业 经营户 举办者 主办者 承办者 组织者 开办者 编制者',
  '携运人 承办人 进口人 进口商 出口商 协商代表 征收人 被征收人 拆迁人 被拆迁人 房屋所有权人 供应商 采购人 采购代理机构 招标人',
  '投标人 中标人 竞买人 参保人 参保人员 失业人员 供养人员 残疾人 军人 预备役人员 复议申请人 求职者 外国人 华侨 归侨',
  '被处罚人 被投诉人 被举报人 被检查人 违法行为人 行为人 责任人 嫌疑人 被侵害人 缴费人 缴款义务人 特许人 物业服务人 校车驾驶人',
  '对象 机构 经营场所 监测站 收费站 村委会 居委会 业委会 居民小组 人民调解委员会 调解委员会 农村集体经济组织 托管人 服务人 许可证持有人 机动车所有人',
].flatMap(words);

function words(line: string): string[] {
  return line.split(' ');
}

const CLASSES = new Map<string, Who>([
  ...AUTHORITIES.map((word) => [word, 'authority'] as const),
  ...CITIZENS.map((word) => [word, 'citizen'] as const),
]);

const ANY = new RegExp([...CLASSES.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/** Brings something to somebody: what follows is no subject. */
const OBJECT_OF = /(?:向|对|经|报|将|把|给|告知|通知|自|请求|责令|要求|征求|听取|在|到)$/;

/** Everyone who may act, in the order of the text; those who are only spoken of are left out. */
export function actorsIn(text: string): Actor[] {
  const found: Actor[] = [];
  for (const match of text.matchAll(ANY)) {
    const word = match[0];
    const end = match.index + word.length;
    const who = CLASSES.get(word);
    if (who === undefined || isPartOfWord(text, end)) continue;
    if (word.length === 1 && /^[部面限势名室长]/.test(text.slice(end))) continue;
    if (isObject(text, match.index)) continue;
    found.push({ who, word, start: match.index, end });
  }
  return found;
}

/** 申请人的, 部门规章, 单位名称: not somebody who acts. */
function isPartOfWord(text: string, end: number): boolean {
  return /^(?:的(?!，)|规章|规定|专项|规划|工作(?!机构|人员)|名称|地址|之间|所在地|会议(?!应)|登记|任职|内部|提出的|提交的|出具的|批准的?之|批准后|同意后|决定之|印章|组成人员|办理的|负责人批准)/.test(
    text.slice(end, end + 8),
  );
}

/** Whether the noun phrase that ends here follows a word that takes an object. */
function isObject(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  const phrase = /[\p{Script=Han}（）()、]*$/u.exec(before)?.[0] ?? '';
  const cut = phrase.split(/应当|可以|必须|[的后时]/).at(-1) ?? phrase;
  for (let at = cut.length; at > 0; at -= 1) {
    const taken = cut.slice(at);
    if (/^(?:营|办|济|费|常|身|行|己|治|然|愿)/.test(taken)) continue;
    if (OBJECT_OF.test(cut.slice(0, at)) && isNounPhrase(taken)) return true;
  }
  return false;
}

/** No verb stands between the word and what it takes. */
function isNounPhrase(text: string): boolean {
  return !/申请|提出|提交|办理|批准|同意|备案|报告|送达|受理|收到|接到|作出|缴纳|，|；/.test(text);
}
