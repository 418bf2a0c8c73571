import { say, type Words } from '../model/words.ts';
import type { Chain } from './chain.ts';
import { isOnePlace } from './visits.ts';

/** One of the five: 一次告知、一表申请、一套材料、一窗受理、一网办理. */
export interface One {
  readonly key: 'notice' | 'form' | 'papers' | 'window' | 'online';
  readonly name: Words;
  readonly holds: boolean;
  /** Where the bundle's file says so, or would have to. */
  readonly pointer: string;
  /** What it rests on, or what is missing. */
  readonly why: Words;
}

type Proof = Omit<One, 'key' | 'name'>;

const NAMES: readonly (readonly [One['key'], Words, (chain: Chain) => Proof])[] = [
  ['notice', say('一次告知', 'one notice'), noticeProof],
  ['form', say('一表申请', 'one form'), formProof],
  ['papers', say('一套材料', 'one set of papers'), papersProof],
  ['window', say('一窗受理', 'one window'), windowProof],
  ['online', say('一网办理', 'one site'), onlineProof],
];

/**
 * The five 一 that 国办发〔2025〕24号 and GB/T 45836-2025 ask of a 一件事, each proven or refuted by what
 * the catalogue says.
 */
export function fiveOnes(chain: Chain): One[] {
  return NAMES.map(([key, name, proof]) => ({ key, name, ...proof(chain) }));
}

function noticeProof({ members, papers }: Chain): Proof {
  const holds = papers.unknown.length === 0 && members.length > 0;
  const count = papers.needed.length;
  const silent = namesOf(members, papers.unknown);
  return {
    holds,
    pointer: '/items',
    why: holds
      ? say(`一张告知单写明全部${count}份材料`, `one notice names all ${count} papers`)
      : say(`没有写明申请材料：${silent}`, `no materials are given: ${silent}`),
  };
}

function formProof({ bundle, members }: Chain): Proof {
  const forms = members.flatMap(({ materials = [] }) =>
    materials.filter(({ kind, waived }) => kind === '申请表' && waived !== true),
  );
  const count = forms.length;
  if (bundle.form !== undefined) {
    const zh = `一张申请表代替${count}张`;
    return { holds: true, pointer: '/form', why: say(zh, `one form instead of ${count}`) };
  }
  if (count <= 1) {
    const why = say(`各事项一共只要${count}张申请表`, `the members ask for ${count} form`);
    return { holds: true, pointer: '/items', why };
  }
  const zh = `没有写联合申请表，仍要填${count}张`;
  return { holds: false, pointer: '/items', why: say(zh, `no joint form; ${count} are filled in`) };
}

function papersProof({ members, papers, passes }: Chain): Proof {
  const twice = passes.filter(({ from, to, at, by }) => {
    const user = members.find(({ id }) => id === to);
    const material = user?.materials?.find((each) => each.at === at);
    if (by === 'named' || material === undefined || from === to) return false;
    return material.waived !== true && !user?.shares.includes(material.name);
  });
  const names = [...new Set(twice.map(({ material }) => material))].join('、');
  const { before, after } = papers;
  if (names !== '') {
    const zh = `前面的结果还要再交：${names}`;
    return { holds: false, pointer: '/items', why: say(zh, `asked for again: ${names}`) };
  }
  const holds = papers.unknown.length === 0;
  return {
    holds,
    pointer: '/items',
    why: holds
      ? say(`${before}份合成${after}份，没有重复`, `${before} papers become ${after}, none twice`)
      : say('有的事项没有写明申请材料', 'some members give no materials'),
  };
}

function windowProof({ bundle, windows }: Chain): Proof {
  const count = bundle.windows?.length ?? 0;
  if (count > 0 || bundle.place !== undefined) {
    const pointer = count > 0 ? '/windows' : '/place';
    const zh = `${windows.before}个窗口合成${windows.after}个`;
    return { holds: true, pointer, why: say(zh, `${windows.before} windows become one`) };
  }
  const online = isOnePlace(bundle) ? '，只有网上办理地址' : '';
  return {
    holds: false,
    pointer: '/items',
    why: say(`没有写综合窗口${online}`, 'no window is named'),
  };
}

function onlineProof({ bundle, members }: Chain): Proof {
  const offline = members.filter(({ item }) => !item.online).map(({ item }) => item.name);
  if (bundle.online !== undefined && offline.length === 0) {
    const why = say('各事项都能在网上申请，入口只有一个', 'all can be applied for at one address');
    return { holds: true, pointer: '/online', why };
  }
  const zh =
    bundle.online === undefined ? '没有写网上办理地址' : `不能网上申请：${offline.join('、')}`;
  const en = bundle.online === undefined ? 'no address is named' : `not online: ${offline.length}`;
  return { holds: false, pointer: '/items', why: say(zh, en) };
}

function namesOf(members: Chain['members'], ids: readonly string[]): string {
  return members.flatMap(({ id, item }) => (ids.includes(id) ? [item.name] : [])).join('、');
}
