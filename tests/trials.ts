/**
 * Random trials have two lengths. `npm test` runs the short one, always with the same seed;
 * `npm run soak` runs the long one (`TRIALS=long`) with a seed of its own (`TRIALS_SEED`).
 */
const LONG = process.env.TRIALS === 'long';
const SEED = Number(process.env.TRIALS_SEED ?? 0);

/** How many rounds a trial has, or how much has to be seen in them. */
export function rounds(short: number, long: number): number {
  return LONG ? long : short;
}

/** The seed of a trial: its own, moved on by that of a soak. */
export function trialSeed(own: number): number {
  return own + SEED;
}
