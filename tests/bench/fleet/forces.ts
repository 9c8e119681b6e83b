/** A made-up force: how many people are in it. */
export interface MadeForce {
  readonly name: string;
  readonly people: number;
}

/** How fast sizes fall with the rank: with 43 forces the largest has a seventh of all people, the smallest under a hundredth. */
const steepness = 0.75;

/** So many forces with so many people together, the largest first. No real force has these numbers. */
export function makeForces(forces: number, people: number): readonly MadeForce[] {
  const weights = Array.from({ length: forces }, (_one, at) => (at + 1) ** -steepness);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => Math.max(1, Math.floor((people * weight) / whole)));
  const left = people - sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, at) => ({ name: `force-${at + 1}`, people: at === 0 ? size + left : size }));
}
