import { fleetCommand } from '../../../cli/fleet.ts';
import type { Force, Release, Train } from '../../../cli/fleet/fleet-file.ts';
import { parseDay } from '../../../core/model/calendar.ts';

/** A digest that no image has, told apart by a number. */
export const createDigest = (number: number): string => `sha256:${String(number).padStart(64, '0')}`;

const release = (version: string, number: number): Release => ({
  version,
  image: createDigest(number),
  page: createDigest(number + 100),
});

/** Three releases, the newest first. */
export const releases = [release('1.2.0', 3), release('1.1.0', 2), release('1.0.0', 1)] as const;

export const train: Train = {
  ...releases[0],
  waves: [
    { wave: 1, from: '2026-12-01' },
    { wave: 2, from: '2026-12-08' },
  ],
};

/** A force on one of the releases, at a server of its own. */
export const createForce = (
  name: string,
  { image, page }: Release,
  wave: number,
  other: Partial<Force> = {},
): Force => ({
  name,
  region: 'uksouth',
  image,
  page,
  addresses: { server: `https://${name}.candour.example` },
  wave,
  ...other,
});

/** The text of a fleet file; rows may be anything. */
export const fleetText = (forces: readonly unknown[], other: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ format: 'candour-fleet-1', train, earlier: releases.slice(1), forces, ...other });

/** What `npm run fleet` says and ends with on a day. */
export async function runFleet(args: readonly string[], today = '2026-12-03', deadlineMs = 10_000) {
  const lines: string[] = [];
  const day = parseDay(today);
  if (day === undefined) throw new Error('no day');
  const code = await fleetCommand(
    { printLine: (line) => void lines.push(line), today: () => day, timeoutMs: deadlineMs },
    args,
  );
  return { code, said: lines.join('\n') };
}
