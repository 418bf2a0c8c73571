import { type Actor, actorsIn, type Who } from './actors.ts';
import type { Sentence } from './sentences.ts';
import type { TimeSpan } from './times.ts';

export type { Who } from './actors.ts';

/** Whom a limit binds: who is said to act, else whom the act itself tells. */
export function bound(sentence: Sentence, time: TimeSpan, act: string): Who {
  const { text } = sentence;
  const rest = text.slice(time.end);
  const after = /^[^。；]*/.exec(rest)?.[0] ?? '';
  if (REQUIRED.test(text.slice(0, time.start))) return 'citizen';
  if (HANDLING.test(text.slice(0, time.start))) return 'authority';
  if (APPLIES.test(act)) return 'citizen';
  const agent = agentAfter(after);
  if (agent !== undefined) return agent.who;
  const subject = subjectBefore(text.slice(0, time.start));
  if (subject?.word === '机构') return whoActs(act) ?? whoActs(after) ?? 'citizen';
  if (subject !== undefined) return subject.who;
  if (/；$/.test(sentence.before)) {
    const same = subjectBefore(sentence.before);
    if (same !== undefined) return same.who;
  }
  const introduced = subjectBefore(sentence.lead);
  if (introduced !== undefined) return introduced.who;
  const byAct = whoActs(act) ?? whoActs(after);
  if (byAct !== undefined) return byAct;
  const earlier = subjectBefore(sentence.before);
  if (earlier !== undefined) return earlier.who;
  return LIKELY_AUTHORITY.test(act) || LIKELY_AUTHORITY.test(after) ? 'authority' : 'citizen';
}

/** 可以要求其在七日内…, 责令当事人于…: bound is who is told to. */
const REQUIRED =
  /(?:责令|要求|限|禁止|督促)其[^，。；应]{0,24}$|(?:要求|责令|催告|限令?|通知|书面告知|告知)(?:其|当事人|申请人|违法行为人|行为人|有关单位)[^，。；应]{0,8}$/;

/** 办理的时间不得超过…: whoever handles an application is a public body. */
const HANDLING =
  /(?:办理|审批|审查|审核|受理|复核|办结|审理|复议|批准|调解|仲裁)[^，。；]{0,6}(?:时间|期限|时限)[^。；]{0,20}$/;

/** N日内，登记机关应当… and N日内由登记机关…. */
function agentAfter(after: string): Actor | undefined {
  const by = /^[，,]?[^，]{0,12}?由/.exec(after);
  if (by !== null) return actorsIn(after.slice(by[0].length))[0];
  const modal = /应当|应(?!急|用|届|收)|必须|可以|有权/.exec(after);
  if (modal === null) return undefined;
  const clause = after.slice(0, modal.index);
  if (/[，,]/.test(clause.replace(/^[，,]/, '')) && !/^[，,]/.test(after)) return undefined;
  return actorsIn(clause).at(-1);
}

const MODAL = /应当(?!知)|应(?!急|用|届|收|当)|必须|可以|有权/;

/** Nearest to the verb in its own clause; else who begins an earlier clause of the sentence. */
function subjectBefore(before: string): Actor | undefined {
  const clauses = before.split(/[，,：:]/);
  const own = clauses.pop() ?? '';
  const modal = MODAL.exec(own);
  const head =
    modal === null ? own.replace(/[自从于在][^自从于在]*$/, '') : own.slice(0, modal.index);
  const near = lastOf(head);
  if (near !== undefined) return near;
  for (const clause of clauses.reverse()) {
    const verb = MODAL.exec(clause);
    const actor =
      verb === null ? joined(clause, actorsIn(clause), 0) : lastOf(clause.slice(0, verb.index));
    if (actor !== undefined) return actor;
  }
  return undefined;
}

/** The last one named; of several joined by 、 or 或者, what they are together. */
function lastOf(text: string): Actor | undefined {
  const actors = actorsIn(text);
  const last = actors.at(-1);
  return last === undefined ? undefined : joined(text, actors, actors.length - 1);
}

/** 机关、单位 is a public body, 机关、企业和个人 is everybody. */
function joined(text: string, actors: readonly Actor[], at: number): Actor | undefined {
  const group = [at];
  for (let next = at; next > 0 && isJoined(text, actors[next - 1], actors[next]); next -= 1) {
    group.unshift(next - 1);
  }
  for (let next = at; isJoined(text, actors[next], actors[next + 1]); next += 1) {
    group.push(next + 1);
  }
  const members = group.flatMap((each) => actors[each] ?? []);
  const everybody = members.find(({ word }) => EVERYBODY.test(word));
  return everybody ?? members.find(({ who }) => who === 'authority') ?? actors[at];
}

const EVERYBODY = /^(?:企业|个人|公民|其他组织|个体工商户|社会组织|用人单位)$/;

function isJoined(text: string, one: Actor | undefined, next: Actor | undefined): boolean {
  if (one === undefined || next === undefined) return false;
  return /^(?:、|或者?|和|以及|及其?|会同)[^，。、]{0,8}$/.test(text.slice(one.end, next.start));
}

/** Who applies is no authority, whoever was named before; 申请人民法院强制执行 is one. */
const APPLIES = /^(?:重新|再次|依法)?(?:向[^，。；]{2,30})?(?:提出)?申请(?!人民法院|强制)/;

const BY_AUTHORITY =
  /^(?:[^，]{0,20}?)(?:作出[^，]{0,12}(?:决定|裁定|判决|认定|答复|结论)|颁发|核发|发给|批准|审查|审核|审定|受理|完成[审调核检]|换发|补发|送请|提请|层报|报请|下达|移送|批复|核准|准予|立案|签发|审批|裁定|公告|编制|制作|抄送|抄告)/;
/** What others do, too. */
const LIKELY_AUTHORITY =
  /^(?:[^，]{0,20}?)(?:作出|予以|答复|书面通知|通知|告知|公布|发布|公示|送达|送交|办结|组织|决定|核实|反馈|出具|办理完毕|发放|通报|处理|制定)/;
const BY_CITIZEN =
  /^(?:[^，]{0,12}?)(?:申请|申报|提交|报告|备案|缴纳|提起|起诉|上诉|补正|补充|补办|申诉|缴清|支付|办理[^，]{0,12}(?:手续|登记)|报送|登记|拆除|改正|清理|搬迁|提出|请求|缴存|到[^，]{1,20}(?:办理|登记))/;

function whoActs(act: string): Who | undefined {
  const authority = BY_AUTHORITY.exec(act)?.[0].length ?? Number.POSITIVE_INFINITY;
  const citizen = BY_CITIZEN.exec(act)?.[0].length ?? Number.POSITIVE_INFINITY;
  if (authority === citizen) return undefined;
  return authority < citizen ? 'authority' : 'citizen';
}
