import type { Settings } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import type { Refused } from './refused.ts';

/** A commit with the names of its Reviewed-by lines. */
export interface ReviewedCommit {
  readonly id: string;
  readonly date: string;
  readonly reviewers: readonly string[];
  /** Paths of the catalogue that it changed. */
  readonly paths: readonly string[];
}

type Reviewer = NonNullable<Settings['reviewers']>[number];

/** Commits that lack a reviewer; nothing where the settings name none. */
export function* unreviewed(
  commits: readonly ReviewedCommit[],
  { reviewers = [] }: Settings,
  departmentOf: (path: string) => string | undefined,
): Iterable<Refused> {
  if (reviewers.length === 0) return;
  for (const { id, date, reviewers: names, paths } of commits) {
    const missing = new Map<string, string>();
    for (const path of paths) {
      for (const words of missingFor(path, names, reviewers, departmentOf)) {
        if (!missing.has(words)) missing.set(words, path);
      }
    }
    for (const [words, path] of missing) {
      yield {
        ...{ rule: 'unreviewed-commit', path, pointer: '' },
        message: say(
          `提交 ${id.slice(0, 10)}（${date}）缺审核：${words}`,
          `commit ${id.slice(0, 10)} (${date}) lacks a review: ${words}`,
        ),
        hint: say(
          '请审核人看过以后，在提交说明末尾写一行 Reviewed-by: 名称（git commit --amend 或者重新提交）',
          'after the review, end the commit message with Reviewed-by: name',
        ),
      };
    }
  }
}

/** For each level that a path has reviewers of, unless one of them is named. */
function missingFor(
  path: string,
  names: readonly string[],
  reviewers: readonly Reviewer[],
  departmentOf: (path: string) => string | undefined,
): string[] {
  const department = departmentOf(path);
  const own = reviewers.filter(
    ({ departments }) =>
      departments === undefined || department === undefined || departments.includes(department),
  );
  const levels = [...new Set(own.map(({ level = 1 }) => level))].sort();
  return levels.flatMap((level) => {
    const able = own.filter((each) => (each.level ?? 1) === level).map(({ name }) => name.trim());
    if (able.some((name) => names.includes(name))) return [];
    return [`第${level}级（${able.join('、')}）`];
  });
}
