/** What a rate may be counted by. A unit that is not among them is not guessed. */
const UNITS =
  '件 本 证 次 人 生 张 项 副 套 份 面 台 辆 车 户 只 例 对 卷 页 字 家 个 条 宗 幅 块 枚 盒 瓶 头 羽 匹 ' +
  '株 棵 艘 船 支 根 箱 袋 包 票 处 座 栋 幢 间 床 位 具 批 样 组 点 门 科 题 室 套房 人次 台次 件次 ' +
  '项次 辆次 车次 艘次 航次 场次 班次 场 节 班 课时 学时 学期 学年 期 年 月 天 日 夜 小时 分钟 季度 季 ' +
  '平方米 立方米 平米 平方公里 ㎡ m² m2 m³ m3 亩 公顷 米 公里 千米 海里 吨 公斤 千克 克 升 公升 千瓦 ' +
  '千瓦时 度 兆赫 证书 证件 证照 项目 品种 单位 机构 企业 学员 考生 学生 申请人 车辆 设备 样品 签注 ' +
  '标志 副本 基站 频点 测点 类 类别 标箱 标准箱 单元 号牌 牌 册 图 款 规格 批次 案 案件 科次 卡 标的 ' +
  '宗地 部 架 架次 载波 信道';

/** Words that make an amount something else than a rate, or set a condition to it. */
const DOUBTS =
  '起步 起价 起点 另收 另行 另加 另计 再收 再加 其中 其余 总计 合计 共计 累计 总共 上缴 缴库 返还 ' +
  '退还 抵扣 加收 增加 递增 递减 累进 累加 每增 每减 每满 每超 超过部分 超出部分 的部分 不足 减半 减收 ' +
  '减征 减按 优惠 浮动 不高于 不低于 不少于 最高 最低 上限 下限 封顶 保底 至少 至多 左右 大约 原则 不等 ' +
  '实际 据实 比照 参照 押金 定金 罚 滞纳金 违约金 利息 承担 自理 自付 自愿 到付 协商 议价 市场 视 酌 ' +
  '暂定 暂按 原收 现收 调整 打折 八折 五折 九折 规定 执行 详见 见附 附件 依据 根据 代收 代缴 差价 补差';

const either = (words: string): string =>
  `(?:${words
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|')})`;

/** One unit (件), or several of which each is meant (人·次, 吨·公里). */
export const FEE_UNIT = `${either(UNITS)}(?:[·•/]?${either(UNITS)})?`;

export const FEE_DOUBT = new RegExp(either(DOUBTS));

const FEE_NAME = /(?:费|费用|保证金|补偿金|基金|使用金|占用金|税|工本|资金)$/;
const NO_NAME = new RegExp(
  '^(?:按(?!摩)|依|根据|不(?!动产)|免(?!疫|税)|需|应(?!急)|收(?!养|藏|容)|缴|交(?!通|易|换|警)|含|有(?!线|机|害|毒|色)|' +
    '自(?!学|然|来|动|主|费)|无(?!线|人|害|公害)|没|另|包括|减|原(?!产|种)|总(?!承包)|合计|共(?!同|享|有)|由|为|凭|每|' +
    '核定|其他|其它|相关|有关|各种|任何)|规定|含税|如下|标准|元|(?<![验回接签])收(?!养|藏|容|费|益|入|购|治|集)',
);

/** Whether words name a charge, and do not say something of it. */
export function isFeeName(words: string): boolean {
  return FEE_NAME.test(words) && !NO_NAME.test(words);
}
