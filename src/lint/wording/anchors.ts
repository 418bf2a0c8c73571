import { beginningsAt, type Node, type Pattern, type Sequence } from './pattern.ts';

/** How common a word of one or two characters is thought to be; more is more common. */
export type Commonness = (word: string) => number;

/**
 * Words of one or two characters of which every text that a pattern matches has one, the rarest
 * to be found in the pattern: to look for them tells that most texts need no closer look.
 */
export function anchorsOf(
  { sequence, prefixes }: Pattern,
  commonness: Commonness,
): readonly string[] {
  const pairs = [...new Set(prefixes.map((prefix) => prefix.slice(0, 2)))];
  return rarest([...candidates(sequence, commonness), pairs], commonness) ?? pairs;
}

/** Sets of words of which each text that the sequence matches has one, for each of the sets. */
function* candidates(sequence: Sequence, commonness: Commonness): Iterable<readonly string[]> {
  for (const [at, { node, optional }] of sequence.entries()) {
    if (optional) continue;
    yield* pairsFrom(sequence, at);
    if (node.kind === 'char') {
      if (node.char.length === 1) yield [node.char];
    } else if (node.kind === 'either') {
      const branches = node.branches.map((branch) => {
        return rarest([...candidates(branch, commonness)], commonness);
      });
      const known = branches.filter((words) => words !== undefined);
      if (known.length === branches.length) yield [...new Set(known.flat())];
    }
  }
}

/** More pairs are no help: each is in some text. */
const MOST_PAIRS = 60;

/** The pairs that can stand at a place of a sequence, and those of its end and what follows. */
function* pairsFrom(sequence: Sequence, at: number): Iterable<readonly string[]> {
  const starts = beginningsAt(sequence, at, 2);
  const lasts = sequence[at] === undefined ? [] : endsOf(sequence[at].node);
  const nexts = [...beginningsAt(sequence, at + 1, 1)];
  const joints = new Set(lasts.flatMap((last) => nexts.map((next) => last + next)));
  for (const pairs of [starts, joints]) {
    const arePairs = [...pairs].every((pair) => pair.length === 2);
    if (arePairs && pairs.size > 0 && pairs.size <= MOST_PAIRS) yield [...pairs];
  }
}

/** The characters that a node can end with; blank among them where that is not known. */
function endsOf(node: Node): string[] {
  if (node.kind === 'char') return [node.char];
  if (node.kind !== 'either') return [''];
  return node.branches.flatMap((branch) => {
    const last = branch.at(-1);
    return last === undefined || last.optional ? [''] : endsOf(last.node);
  });
}

function rarest(
  sets: readonly (readonly string[])[],
  commonness: Commonness,
): readonly string[] | undefined {
  const cost = (words: readonly string[]): number =>
    words.reduce((sum, word) => sum + commonness(word), 0);
  let best: readonly string[] | undefined;
  for (const set of sets) if (best === undefined || cost(set) < cost(best)) best = set;
  return best;
}

/** A single character is in far more texts than a pair; a rare mark is not. */
const SINGLE = 400;
/** Classes hold the common nouns of the field. */
const OF_CLASS = 20;
/** Words that stand in most guides, as counted in those of two catalogues. */
const USUAL =
  '申请 工作 作日 证明 材料 管理 文件 许可 提交 单位 收费 机构 报告 企业 部门 证书 行政 项目 技术 经营 登记 人员 变更 工程 主管 出具 资质 使用 资格 机关 提供 原件 复印 印件 营业 执照 申报 受理 以上 以下 情况 意见 要求 有效 法定 批准 合同 说明 业务 办理 审查 安全 名称 包括 质量 没有 内容 标准 负责 窗口 设立 事务 范围 审批 服务 规定 社会 设计 从事 取得 专业 决定 产品 条件 期限 达到 面积 小时 作出 必要 可以 办公 出入 通道 个工 一份 的材 材料 认为 应当 符合 相关 有关 其他 或者';
const OF_USUAL = 150;

/** Judges words by how often they stand in the patterns themselves, and in classes of words. */
export function commonnessIn(patterns: readonly string[], nouns: readonly string[]): Commonness {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    for (let at = 0; at + 2 <= text.length; at += 1) {
      const pair = text.slice(at, at + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + weight);
    }
  };
  for (const text of patterns) count(text, 1);
  for (const noun of nouns) count(noun, OF_CLASS);
  for (const word of USUAL.split(' ')) count(word, OF_USUAL);
  return (word) => {
    if (word.length === 1) return /[\u4e00-\u9fff0-9、，。；：？（）《》.]/.test(word) ? SINGLE : 2;
    return 1 + (counts.get(word) ?? 0);
  };
}
