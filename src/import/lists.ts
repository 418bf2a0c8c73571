/** Fields whose entries stand on lines of their own. */
export const LISTS: ReadonlySet<string> = new Set([
  'basis',
  'conditions',
  'prohibitions',
  'materials',
  'steps',
  'fees',
]);
