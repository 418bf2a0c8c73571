import { say, type Words } from '../model/words.ts';
import { quotable } from '../text/visible.ts';

/** Why git gave no answer. `detail` is a folder, a revision or a number of seconds. */
export type GitFailureKind =
  | 'no-git'
  | 'no-repository'
  | 'foreign-owner'
  | 'elsewhere'
  | 'bad-revision'
  | 'no-revision'
  | 'shallow'
  | 'first-commit'
  | 'unrelated'
  | 'no-content'
  | 'too-slow'
  | 'too-much'
  | 'unreadable';

/** A question that git did not answer, told in our words with what to do. */
export class GitFailure extends Error {
  readonly kind: GitFailureKind;
  readonly words: Words;

  constructor(kind: GitFailureKind, detail = '') {
    super(kind);
    this.name = 'GitFailure';
    this.kind = kind;
    this.words = WORDS[kind](quotable(detail));
  }
}

const WORDS: Record<GitFailureKind, (detail: string) => Words> = {
  'no-git': () =>
    say('找不到 git，读不到版本；装上 git 再试', 'git was not found: install it and try again'),
  'no-repository': (folder) =>
    say(
      `“${folder}”不在 git 仓库里，没有版本可读；用 git init 建仓库并提交，或到仓库里运行`,
      `“${folder}” is in no git repository: run git init and commit, or run this in one`,
    ),
  'foreign-owner': (folder) => {
    const way = `git config --global --add safe.directory "${folder}"`;
    return say(
      `git 仓库“${folder}”属于别的用户，没有读；可信的话先运行 ${way}`,
      `the git repository “${folder}” is another user's; if you trust it, run: ${way}`,
    );
  },
  elsewhere: (folder) =>
    say(
      `“${folder}”把 git 引到别处，没有跟过去；请用普通的克隆（git clone）再运行`,
      `“${folder}” leads git elsewhere and was not followed: use a plain clone (git clone)`,
    ),
  'bad-revision': (revision) =>
    say(
      `“${revision}”不能作 git 版本；写提交号、分支或者标签，例如 HEAD~1、v1.0`,
      `“${revision}” is no git revision: write a commit, branch or tag such as HEAD~1, v1.0`,
    ),
  'no-revision': (revision) =>
    say(
      `没有 git 版本“${revision}”；用 git log --oneline 或者 git tag 看有哪些`,
      `there is no git revision “${revision}”: see git log --oneline or git tag`,
    ),
  shallow: (revision) => {
    const way = 'git fetch --unshallow --tags';
    return say(
      `这是浅克隆，没有 git 版本“${revision}”；先运行 ${way}（GitHub Actions 写 fetch-depth: 0）`,
      `no git revision “${revision}” in this shallow clone: run ${way} (fetch-depth: 0 in CI)`,
    );
  },
  'first-commit': (revision) =>
    say(
      `“${revision}”不存在：仓库里的历史到不了那么早，第一次提交前面没有版本可比`,
      `there is no “${revision}”: the history does not go back so far`,
    ),
  unrelated: (revisions) =>
    say(
      `“${revisions}”没有共同的来源，比不了；浅克隆先运行 git fetch --unshallow`,
      `“${revisions}” have no commit in common; in a shallow clone: git fetch --unshallow`,
    ),
  'no-content': () =>
    say(
      'git 仓库里缺少这个版本的文件内容；部分克隆请换成完整的克隆（git clone 不带 --filter），' +
        '否则运行 git fsck 查看',
      'the git repository lacks contents of this revision: use a full clone, or see git fsck',
    ),
  'too-slow': (seconds) =>
    say(
      `git ${seconds} 秒没有答复，已停止；运行 git fsck 查看仓库，或换一个近一点的版本`,
      `git gave no answer in ${seconds} s: see git fsck, or ask for a later revision`,
    ),
  'too-much': (most) =>
    say(
      `git 的答复超过 ${most}，没有读；换一个近一点的版本`,
      `git's answer is longer than ${most} and was not read: ask for a later revision`,
    ),
  unreadable: (folder) =>
    say(
      `git 读不了仓库“${folder}”；运行 git -C "${folder}" fsck 查看`,
      `git cannot read the repository “${folder}”: see git -C "${folder}" fsck`,
    ),
};
