import { organisationCheckCharacter, usccCheckCharacter } from '../../src/text/uscc.ts';

/** A county has this many items and departments, as a district that was counted. */
export const COUNTY_ITEMS = 1266;
const COUNTY_DEPARTMENTS = 47;

/** The department an item belongs to, with the hall where it is handled. */
export interface Place {
  readonly department: string;
  readonly name: string;
  readonly uscc: string;
  readonly phone: string;
  readonly hall: string;
}

/** A hall of the generated catalogue. */
export interface Hall {
  readonly id: string;
  readonly county: string;
}

const BUREAUX = [
  ...['发展和改革', '教育', '科学技术', '工业和信息化', '民族宗教事务', '公安', '民政', '司法'],
  ...['财政', '人力资源和社会保障', '自然资源', '生态环境', '住房和城乡建设', '交通运输', '水利'],
  ...['农业农村', '商务', '文化和旅游', '卫生健康', '退役军人事务', '应急管理', '审计', '统计'],
  ...['市场监督管理', '医疗保障', '林业和草原', '城市管理', '体育', '广播电视', '地震', '气象'],
  ...['粮食和物资储备', '能源', '烟草专卖', '邮政管理', '税务', '海事', '通信管理', '档案'],
  ...['新闻出版', '疾病预防控制', '消防救援', '机关事务', '知识产权', '供销合作', '畜牧兽医'],
  ...['残疾人联合'],
];
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** How many counties a catalogue of so many items has. */
export function countiesOf(items: number): number {
  return Math.ceil(items / COUNTY_ITEMS);
}

/** The departments of a county: fewer in a catalogue that is smaller than a county. */
export function departmentsOf(county: number, items: number): Place[] {
  const count = Math.min(
    COUNTY_DEPARTMENTS,
    Math.ceil((items * COUNTY_DEPARTMENTS) / COUNTY_ITEMS),
  );
  return BUREAUX.slice(0, count).map((bureau, place) => ({
    department: `c${pad(county, 4)}-d${pad(place, 2)}`,
    name: `${countyName(county)}${bureau}局`,
    uscc: usccOf(county * COUNTY_DEPARTMENTS + place),
    phone: `0399-${5_100_000 + ((county * COUNTY_DEPARTMENTS + place) % 300_000)}`,
    hall: hallOf(county).id,
  }));
}

/** The hall of a county. */
export function hallOf(county: number): Hall {
  return { id: `hall-${pad(county, 4)}`, county: countyName(county) };
}

/** A department as YAML. */
export function departmentText({ department, name, uscc, phone }: Place, place: number): string {
  return `id: ${department}
name: ${name}
short: ${name}
uscc: "${uscc}"
kind: 法定机关
address: ${name.slice(0, 4)}清源路${place + 1}号
phone: "${phone}"
complain: "${phone.replace('0399-5', '0399-6')}"
website: https://mingbai.example/departments/${department}
email: ${department}@mingbai.example
duties: 办理本部门的政务服务事项，答复咨询，受理投诉。
seal: true
representative: 行政审批股股长（派驻县政务服务中心首席代表）
`;
}

/** Sixty names of the calendar's cycle, then the same with a number. */
function countyName(county: number): string {
  const round = Math.floor(county / 60);
  const name = `${STEMS[county % 10]}${BRANCHES[county % 12]}`;
  return `${name}${round === 0 ? '' : `第${round + 1}`}县`;
}

/** A code whose check characters are right, for no body that there is. */
function usccOf(number: number): string {
  const eight = `MB${pad(number, 6)}`;
  const first17 = `11990123${eight}${organisationCheckCharacter(eight)}`;
  return first17 + usccCheckCharacter(first17);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
