import { type Chain, firm, readySet } from '../../chain/chain.ts';
import { dayNumber, dayWords } from '../../chain/day-words.ts';
import type { Member } from '../../chain/members.ts';
import type { DrawingBlock, Shape } from '../drawing-block.ts';
import type { Block } from '../guide.ts';
import { itemLabel } from '../labels.ts';
import { paragraph } from '../words.ts';
import { type BundleSubject, memberName, namesOf } from './bundle-chain.ts';
import { box, line, textWidth, words, wrapped } from './drawing.ts';

/** Of the whole drawing; it is made narrower or wider as a whole. */
const WIDTH = 480;
/** The lane's name. */
const HEAD = 78;
const ROW = 23;
const BAR = 8;
const NAME = 8;
const AXIS = 24;
/** Room at the right for names that begin late. */
const RIGHT = 8;

interface Bar {
  readonly member: Member;
  readonly start: number;
  /** Absent where the limit is not known. */
  readonly end?: number;
  readonly y: number;
}

interface Scale {
  readonly x: (days: number) => number;
  readonly most: number;
}

/** 泳道图: a lane a department, time in working days; nothing where the order goes in a circle. */
export function laneBlocks({ chain }: BundleSubject): Block[] {
  const { members, schedule } = chain;
  if (members.length < 2 || schedule.circles.length > 0) return [];
  return [lanesOf(chain), paragraph(LEGEND)];
}

const LEGEND =
  '黑条是决定总时长的事项，灰条是可以晚一点的事项，虚线框是没有写明时限的事项；▶是第一天就可以办的，◇是参加联合办理的。细线表示前一项办完才能办后一项，虚线表示承诺后先办。';

/** The drawing of a chain whose order goes in no circle. */
export function lanesOf(chain: Chain): DrawingBlock {
  const { bars, lanes, bottom } = placed(chain);
  const scale = scaleOf(chain);
  const shapes = [
    ...axisShapes(scale, bottom),
    ...lanes.flatMap((lane, at) => laneShapes(lane, at)),
    ...waitShapes(chain, bars, scale),
    ...bars.flatMap((bar) => barShapes(bar, chain, scale)),
    line([0, bottom], [WIDTH, bottom], { grey: 0.3, stroke: 0.6 }),
  ];
  return { kind: 'drawing', alt: altOf(chain), width: WIDTH, height: bottom + 4, shapes };
}

interface Lane {
  readonly name: string;
  readonly top: number;
  readonly high: number;
}

/** A row a member, the rows of a department together, in the order of who begins first. */
function placed(chain: Chain): { bars: Bar[]; lanes: Lane[]; bottom: number } {
  const slots = chain.schedule.slots;
  const offices = new Map<string, number[]>();
  for (const [at, { office }] of chain.members.entries()) {
    offices.set(office, [...(offices.get(office) ?? []), at]);
  }
  const bars: Bar[] = [];
  const lanes: Lane[] = [];
  let top = AXIS;
  for (const [name, places] of offices) {
    const lines = wrapped(name, NAME, HEAD - 8, 4).length;
    const high = Math.max(places.length * ROW, lines * (NAME + 2)) + 4;
    lanes.push({ name, top, high });
    for (const [row, at] of places.entries()) {
      const member = chain.members[at];
      if (member === undefined) continue;
      const { start, end } = slots[at] ?? {};
      const from = start === undefined ? 0 : dayNumber(start);
      const known = end === undefined ? {} : { end: dayNumber(end) };
      bars.push({ member, start: from, ...known, y: top + 2 + row * ROW });
    }
    top += high;
  }
  return { bars, lanes, bottom: top };
}

const STEPS = [0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 20_000];

function scaleOf({ schedule: { least } }: Chain): Scale {
  const days = Math.max(dayNumber(least), 0.5);
  const left = HEAD + 14;
  const width = WIDTH - left - RIGHT;
  return { most: days, x: (at) => left + (at / days) * width };
}

function axisShapes({ x, most }: Scale, bottom: number): Shape[] {
  const step = STEPS.find((each) => most / each <= 8) ?? most;
  const count = Math.floor(most / step + 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, at) => at * step);
  return [
    words([4, 10], itemLabel('department'), NAME),
    words([HEAD + 14, 10], '时间（工作日）', NAME),
    ...ticks.flatMap((day) => [
      line([x(day), AXIS - 3], [x(day), bottom], { grey: 0.8, stroke: 0.3 }),
      words([x(day), AXIS - 5], String(Math.round(day * 100) / 100), 7, 'middle'),
    ]),
  ];
}

function laneShapes({ name, top, high }: Lane, at: number): Shape[] {
  const lines = wrapped(name, NAME, HEAD - 8, 4);
  return [
    ...(at % 2 === 0 ? [box([0, top], [HEAD, high], { grey: 0.94 })] : []),
    line([0, top], [WIDTH, top], { grey: 0.3, stroke: 0.4 }),
    ...lines.map((text, row) => words([4, top + 11 + row * (NAME + 2)], text, NAME)),
  ];
}

/** From the end of one to the beginning of the other, at a right angle. */
function waitShapes(chain: Chain, bars: readonly Bar[], { x }: Scale): Shape[] {
  const find = (id: string): Bar | undefined => bars.find(({ member }) => member.id === id);
  const drawn = new Set<string>();
  return chain.waits.flatMap(({ from, to, promised }) => {
    const [a, b] = [find(from), find(to)];
    const key = `${from} ${to}`;
    if (a === undefined || b === undefined || drawn.has(key)) return [];
    drawn.add(key);
    const [x1, x2] = [x(a.end ?? a.start), x(b.start)];
    const [y1, y2] = [middle(a), middle(b)];
    const look = { grey: 0.45, stroke: 0.5, dashed: promised };
    return [line([x1, y1], [x2, y1], look), line([x2, y1], [x2, y2], look)];
  });
}

function middle({ y }: Bar): number {
  return y + NAME + 4 + BAR / 2;
}

function barShapes({ member, start, end, y }: Bar, chain: Chain, { x }: Scale): Shape[] {
  const isCritical = chain.schedule.path.includes(member.id);
  const isReady = readySet(chain).includes(member.id);
  const joint = (chain.bundle.joint ?? []).some(({ members }) => members.includes(member.id));
  const left = x(start);
  const wide = end === undefined ? 24 : Math.max(x(end) - left, 2);
  const days = member.committed.days;
  const limit = days === undefined ? '时限没有写明' : dayWords(days);
  const text = `${isReady ? '▶' : ''}${joint ? '◇' : ''}${memberName(member)} ${limit}`;
  const room = WIDTH - 2 - textWidth(text, NAME);
  const looks = isCritical ? { grey: 0.1 } : { grey: 0.72, stroke: 0.5 };
  const look = end === undefined ? { grey: 1, stroke: 0.6, dashed: true } : looks;
  return [
    box([left, y + NAME + 4], [wide, BAR], look),
    words([Math.max(HEAD + 3, Math.min(left, room)), y + NAME + 1], text, NAME),
  ];
}

function altOf(chain: Chain): string {
  const { schedule, members } = chain;
  const parts = members.map((member, at) => {
    const { start, end } = schedule.slots[at] ?? {};
    const from = start === undefined ? '开始时间没有算出' : `第${dayNumber(start)}天开始`;
    const to = end === undefined ? '时限没有写明' : `第${dayNumber(end)}天办结`;
    return `${member.office}：${memberName(member)}，${from}，${to}`;
  });
  const path = namesOf(chain, schedule.path).join('、');
  const last = path === '' ? '' : `。决定总时长的是${path}`;
  const waits = firm(chain.waits).length;
  return `办理顺序的泳道图，横向是工作日。${parts.join('；')}${last}。前后关系共${waits}条。`;
}
