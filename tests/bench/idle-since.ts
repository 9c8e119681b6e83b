import { cpus } from 'node:os';

const busyMs = (): number =>
  cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);

/** From now on: the share of this machine's cores that nobody used until it is asked. */
export function idleSince(): () => number {
  const [began, before, cores] = [performance.now(), busyMs(), cpus().length];
  return () => Math.max(0, 1 - (busyMs() - before) / (cores * (performance.now() - began)));
}
