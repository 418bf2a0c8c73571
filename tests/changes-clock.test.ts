import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { calendarOf } from '../src/calendar/calendar.ts';
import { workingDaysUntil } from '../src/diff/clock.ts';
import { emptyFolder, run } from './program.ts';

const folder = emptyFolder();
const PATH = 'items/water/a.yaml';

function commit(day: string, lines: string): void {
  mkdirSync(dirname(join(folder, PATH)), { recursive: true });
  writeFileSync(
    join(folder, PATH),
    `id: a\nname: 取水许可\ntype: 行政许可\ndepartment: water\n${lines}`,
  );
  const date = `${day}T09:00:00+08:00`;
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  execFileSync('git', ['add', '-A'], { cwd: folder });
  execFileSync('git', [...who, 'commit', '-qm', day], { cwd: folder, env });
}

beforeAll(() => {
  execFileSync('git', ['init', '-q'], { cwd: folder });
  commit('2026-09-01', 'visits: 3\n');
  // Friday to Monday is one working day.
  commit('2026-09-07', 'visits: 2\napproved: 2026-09-04\neffective: 2026-09-10\n');
  // The holiday of October does not count, the two days before it do.
  commit('2026-10-09', 'visits: 1\napproved: 2026-09-28\neffective: 2027-01-01\n');
  commit('2026-10-12', 'visits: 0\napproved: 2026-09-28\neffective: 2027-01-01\n');
});

test('working days leave out weekends and holidays, and end where years are not announced', () => {
  const calendar = calendarOf();
  expect(workingDaysUntil('2026-09-04', '2026-09-07', calendar)).toBe(1);
  expect(workingDaysUntil('2026-09-04', '2026-09-04', calendar)).toBe(0);
  expect(workingDaysUntil('2026-09-30', '2026-10-08', calendar)).toBe(1);
  expect(workingDaysUntil('2026-09-04', '2099-01-01', calendar)).toBeUndefined();
});

test('changes are held against the clock', async () => {
  const { code, out } = await run(['changes', '--format', 'json'], folder);
  const { changes, overdue } = JSON.parse(out) as {
    changes: {
      approved: string | null;
      published: string;
      days: number | null;
      overdue: boolean;
    }[];
    overdue: number;
  };
  expect(code).toBe(0);
  expect(overdue).toBe(1);
  expect(changes.map((each) => [each.published, each.approved, each.overdue])).toEqual([
    ['2026-10-12', null, false],
    ['2026-10-09', '2026-09-28', true],
    ['2026-09-07', '2026-09-04', false],
  ]);
  const late = await run(['changes', '--overdue'], folder);
  expect(late.code).toBe(1);
  expect(late.out).toContain('超过1个工作日');
  expect(late.out.match(/取水许可/g)).toHaveLength(1);
});

test('what is not committed is not public yet, and the notice says from when it holds', async () => {
  writeFileSync(
    join(folder, PATH),
    'id: a\nname: 取水许可\ntype: 行政许可\ndepartment: water\nvisits: 5\napproved: 2026-10-20\neffective: 2027-01-01\n',
  );
  const { out } = await run(['changes', '--overdue'], folder);
  expect(out).toContain('批准 2026-10-20  公开 还没有公开');
  const notice = (await run(['changes', '--since', 'HEAD~1', '--format', 'text'], folder)).out;
  expect(notice).toContain('【变更】取水许可（自2027-01-01起施行，在这以前仍按原来的办）');
  expect(notice).toContain('· 到办事现场次数：1 → 0');
});
