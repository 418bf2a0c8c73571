/** Where a catalogue's repository may lie; `none`: no recipe is written. */
export const CIS = ['github', 'gitlab', 'gitee', 'none'] as const;

/** One of them. */
export type Ci = (typeof CIS)[number];

/** The recipe of each: its path in the catalogue, and the program's own file that it is. */
export const CI_FILES: Readonly<Record<Ci, Readonly<Record<string, string>>>> = {
  github: { '.github/workflows/mingbai.yml': 'deploy/github/county.yml' },
  gitlab: { '.gitlab-ci.yml': 'deploy/gitlab/county.yml' },
  gitee: { '.workflow/mingbai.yml': 'deploy/gitee/county.yml' },
  none: {},
};
