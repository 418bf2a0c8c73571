import { type Mutation, mutationsOf } from './mutation.ts';

const INDUSTRY = 'bundles/industrial-project.yaml';
const RESTAURANT = 'bundles/open-restaurant.yaml';
const INDUSTRY_JOINT = '[environmental-assessment, soil-and-water-conservation]';
const RESTAURANT_JOINT = '[food-operation, drainage-permit, fire-safety-check, outdoor-signage]';

/** An item changed so that a bundle is wrong. */
function ofItem(rule: string, path: string, find: string, replace: string, at: string): Mutation {
  const [file = '', pointer = ''] = at.split('#');
  return { rule, path, find, replace, pointer, at: file };
}

/** Bundles: order, members, shares, limits, questions, joint acts. */
export const CHAIN_MUTATIONS: readonly Mutation[] = [
  ...mutationsOf(INDUSTRY, [
    [
      'chain-circle',
      'after: [project-filing]',
      'after: [project-filing, construction-permit]',
      '/items/2/after/1',
      'item: environmental-assessment',
    ],
    [
      'chain-circle',
      'after: [construction-permit]',
      'after: [construction-permit, completion-filing]',
      '/items/11/after/1',
      'situation: completion',
    ],
    ['chain-member', 'situation: organisation', 'situation: company', '/items/13/situation'],
    ['chain-share', '建设项目备案文件', '建设项目核准文件', '/passes/1/material'],
    ['chain-limit', 'committed: 30个工作日', 'committed: 27个工作日', '/committed'],
    ['chain-lead', 'lead: development', 'lead: transport', '/lead'],
    [
      'chain-joint',
      INDUSTRY_JOINT,
      '[environmental-assessment, food-operation]',
      '/joint/0/members/1',
    ],
  ]),
  ...mutationsOf(RESTAURANT, [
    ['chain-member', 'situation: operation', 'situation: opening', '/items/2/situation'],
    ['chain-share', 'shares: [营业执照]', 'shares: [营业执照, 护照]', '/items/1/shares/1'],
    ['chain-lead', 'lead: market', 'lead: police', '/lead'],
    ['chain-question', '    when: sign=是\n', '', '/questions/2/id'],
    ['chain-question', 'when: large=是', 'when: large=对', '/items/3/when'],
    ['chain-joint', RESTAURANT_JOINT, '[food-operation]', '/joint/0/members'],
  ]),
  ...mutationsOf('bundles/newborn.yaml', [
    ['chain-compare', 'materials: 19', 'materials: 3', '/before/materials'],
    ['chain-compare', 'visits: 6', 'visits: 2', '/before/visits'],
    ['chain-limit', 'committed: 5个工作日', 'committed: 3个工作日', '/committed'],
  ]),
  ofItem(
    'chain-member-state',
    'items/fire/fire-safety-check.yaml',
    'state: 在用',
    'state: 暂停',
    `${RESTAURANT}#/items/3/item`,
  ),
  ofItem(
    'chain-member-state',
    'items/ecology/environmental-assessment.yaml',
    'state: 在用',
    'state: 暂停',
    `${INDUSTRY}#/items/2/item`,
  ),
  ofItem(
    'chain-paper',
    'items/housing/completion-filing.yaml',
    'name: 工程竣工验收报告',
    'name: 污水排入排水管网许可证',
    `${INDUSTRY}#/items/12/item`,
  ),
  ofItem(
    'chain-paper',
    'items/housing/fire-design-review.yaml',
    'name: 消防设计文件',
    'name: 建设用地规划许可证',
    `${INDUSTRY}#/items/7/item`,
  ),
];
