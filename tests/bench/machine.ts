import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What figures were taken on; they mean nothing without it. */
export const machineSchema = z.object({
  processor: z.string(),
  cores: z.int(),
  memoryGB: z.number(),
  /** How many processes wanted a core before the run, in the minute before it. */
  load: z.number(),
  system: z.string(),
  versions: z.record(z.string(), z.string()),
});

const packageSchema = z.object({ version: z.string() });
const packages = ['botbuilder', 'restify', 'adaptivecards-templating', 'age-encryption', '@azure/cosmos'];
const versionOf = (name: string): string => {
  const path = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return packageSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).version;
};

export const describeMachine = (): z.infer<typeof machineSchema> => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGB: Math.round(totalmem() / 1e9),
  load: Number((loadavg()[0] ?? 0).toFixed(2)),
  system: `${platform()} ${release()}`,
  versions: {
    node: process.versions.node,
    sqlite: process.versions.sqlite ?? 'unknown',
    openssl: process.versions.openssl,
    ...Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
  },
});

const busyMs = (): number =>
  cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);

/** From now on: the share of this machine's cores that no one used until it is asked. */
export function startIdleMeter(): () => number {
  const [began, before, cores] = [performance.now(), busyMs(), cpus().length];
  return () => Math.max(0, 1 - (busyMs() - before) / (cores * (performance.now() - began)));
}
