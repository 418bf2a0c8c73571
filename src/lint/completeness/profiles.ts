import type { Settings } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import type { ElementId } from './elements.ts';

/** A standard of completeness: which elements a guide must have, and who says so. */
export interface Profile {
  readonly title: Words;
  readonly citation: string;
  /** A group counts as one element, filled when all of its members that apply are. */
  readonly elements: readonly (ElementId | readonly ElementId[])[];
  /** Item types it is meant for; absent: all that are applied for. */
  readonly types?: readonly string[];
}

export type ProfileId = NonNullable<Settings['profiles']>[number];

/** The standards by name; one line each in `--profile` and in the settings' `profiles`. */
export const PROFILES: Readonly<Record<ProfileId, Profile>> = {
  seed: {
    title: say('办事指南八要素', 'the eight elements of a guide'),
    citation: '《中华人民共和国行政许可法》第三十条',
    elements: [
      ...(['basis', 'department', 'steps', 'materials'] as const),
      ['samples', 'mistakes'],
      ['fees', 'feeStandard', 'feeBasis'],
      ...(['committed', 'consult'] as const),
    ],
  },
  notice: {
    title: say('一次性告知单七要素', 'the seven elements of a notice sheet'),
    citation: '《中华人民共和国行政许可法》第三十条',
    elements: ['name', 'basis', 'materials', 'fees', 'committed', 'steps', 'complain'],
  },
  census: {
    title: say('政府网站普查八类要素', 'the eight classes of the census of websites'),
    citation: '《第一次全国政府网站普查评分表》“办事指南”指标',
    elements: [
      ...(['name', 'basis', 'conditions', 'materials', 'place', 'hours', 'consult'] as const),
      'steps',
    ],
  },
  'licensing-law': {
    title: say('行政许可法公示要素', 'what the Licensing Law makes public'),
    citation: '《中华人民共和国行政许可法》第三十条',
    elements: [
      ...(['name', 'basis', 'conditions', 'quota', 'steps', 'committed', 'materials'] as const),
      'samples',
    ],
    types: ['行政许可'],
  },
  henan: {
    title: say('河南省十二项要素', 'the twelve elements of Henan'),
    citation: '《河南省优化营商环境条例》第二十八条',
    elements: [
      ...(['department', 'basis', 'conditions', 'materials', 'steps', 'criteria'] as const),
      ...(['committed', 'fees', 'consult', 'complain', 'deferral', 'promise'] as const),
    ],
  },
  beijing: {
    title: say('北京市办事指南要素', 'the elements of Beijing'),
    citation: '《北京市优化营商环境条例》第三十一条',
    elements: [
      ['conditions', 'steps'],
      ...(['materials', 'deferral', 'committed', 'fees', 'consult', 'complain'] as const),
    ],
  },
  anyang: {
    title: say('安阳市办事指南要素', 'the elements of Anyang'),
    citation: '《安阳市政务服务条例》第十三条',
    elements: ['name', 'basis', 'conditions', 'materials', 'criteria', 'steps', 'committed'],
  },
  national: {
    title: say('国家实施清单必填要素', 'the mandatory elements of the national list'),
    citation: 'GB/T 39554.2-2020（未核对原文）',
    elements: [
      ...(['basicCode', 'name', 'type', 'basis', 'level', 'implementationCode'] as const),
      ...(['department', 'departmentCode', 'body', 'entrusted', 'power', 'audience'] as const),
      ...(['case', 'statutory', 'committed', 'conditions', 'quota', 'steps', 'visits'] as const),
      ...(['visitsReason', 'fees', 'feeStandard', 'feeBasis', 'place', 'hours'] as const),
      ...(['consult', 'complain', 'result', 'resultKind', 'hallEntry', 'handling'] as const),
      ...(['express', 'materials', 'necessity', 'faq'] as const),
    ],
  },
};

/** Names of all standards, in the order in which they are listed. */
export const PROFILE_IDS = Object.keys(PROFILES) as readonly ProfileId[];

/** Names in the settings that are none of a standard were told where the settings were read. */
function namedIn({ profiles = [] }: Settings): ProfileId[] {
  return profiles.filter((id) => Object.hasOwn(PROFILES, id));
}

/** The standard that lists measure completeness by. */
export function mainProfile(settings: Settings): ProfileId {
  return namedIn(settings)[0] ?? 'notice';
}

/** The standards a catalogue is held to: its settings, else that of its jurisdiction and notice. */
export function profilesOf(settings: Settings): readonly ProfileId[] {
  const named = namedIn(settings);
  if (named.length > 0 || settings.profiles?.length === 0) return named;
  return [ownProfile(settings), 'notice'];
}

/** The standard of a catalogue's jurisdiction. */
function ownProfile({ jurisdiction }: Settings): ProfileId {
  return PROFILE_IDS.find((id) => id === jurisdiction) ?? 'national';
}

/** The standard that a catalogue is to be held to next; undefined when it is held to all of them. */
export function nextProfile(settings: Settings): ProfileId | undefined {
  const held = profilesOf(settings);
  return (['notice', ownProfile(settings)] as const).find((id) => !held.includes(id));
}
