import type { Day } from '../../../concerns/terms/calendar.ts';
import type { Clock } from '../../../concerns/terms/clock.ts';
import { compareFleet, type Standing, troubleLine } from '../../fleet/compare-fleet.ts';
import type { Fleet, Force } from '../../fleet/fleet-file.ts';
import type { PageManifest } from '../../page/signed-page.ts';
import { lookAtPage } from '../../page/verify.ts';
import type { Route } from '../ask-address.ts';
import { type Finding, type FindingName, found } from '../findings.ts';
import { lookAtServer } from '../look-at-address.ts';
import { type Checked, runChecks, type Tells } from '../run-checks.ts';

export interface FleetLook {
  readonly clock: Clock;
  readonly on: Day;
  readonly route: Route;
  readonly manifests: ReadonlyMap<string, PageManifest>;
  /** In milliseconds, for one file of the page and for one check. */
  readonly deadlineMs: number;
  readonly checkMs: number;
}

export interface SeenForce {
  readonly name: string;
  readonly version: string | undefined;
  readonly pages: string | undefined;
  readonly checks: readonly Checked[];
}

export interface SeenFleet {
  readonly train: string;
  readonly file: readonly Finding[];
  readonly forces: readonly SeenForce[];
}

const atOnce = 6;

const standings: Readonly<Record<Standing['kind'], FindingName | undefined>> = {
  current: undefined,
  waits: undefined,
  early: 'force-early',
  behind: 'force-behind',
  mixed: 'force-mixed',
  unknown: 'force-unknown',
  noWave: 'force-no-wave',
};

const releasesOf = ({ train, earlier }: Fleet) => [train, ...earlier];

type Pages = { readonly kind: 'same' | 'other' } | { readonly kind: 'noAnswer' };

async function pagesBeside(server: URL, manifest: PageManifest, deadlineMs: number): Promise<Pages> {
  const look = await lookAtPage(server, manifest, { deadlineMs });
  if (look.kind === 'noAnswer') return { kind: 'noAnswer' };
  return { kind: look.differences.length + look.more.length === 0 ? 'same' : 'other' };
}

async function lookAtPages(
  fleet: Fleet,
  { page, image, addresses }: Force,
  { manifests, deadlineMs }: FleetLook,
  { tell }: Tells,
): Promise<string | undefined> {
  const server = new URL(addresses.server);
  const known = releasesOf(fleet).filter((release) => manifests.has(release.page));
  // Its own first: releases may share their pages.
  const own = known.find((release) => release.page === page && release.image === image);
  const first = own ?? known.find((release) => release.page === page);
  if (first === undefined) {
    tell(found('page-no-manifest'));
    return undefined;
  }
  for (const release of [first, ...known.filter((one) => one.page !== page)]) {
    const manifest = manifests.get(release.page);
    if (manifest === undefined) continue;
    const { kind } = await pagesBeside(server, manifest, deadlineMs);
    if (kind === 'noAnswer') {
      tell(found('page-not-seen'));
      return undefined;
    }
    if (kind === 'other') continue;
    if (release !== first) tell(found('page-of-another-release', release.version));
    return release.version;
  }
  tell(found('page-differs'));
  return undefined;
}

async function lookAtForce(fleet: Fleet, force: Force, standing: Standing, look: FleetLook): Promise<SeenForce> {
  const { clock, route, checkMs: deadlineMs } = look;
  const { name, image, addresses } = force;
  const finding = standings[standing.kind];
  let pages: string | undefined;
  const checks = await runChecks([
    {
      name: 'versions',
      deadlineMs,
      look: async ({ tell }) => {
        if (finding !== undefined) tell(found(finding));
      },
    },
    {
      name: 'address',
      deadlineMs,
      look: async (tells) => {
        const health = addresses.health === undefined ? undefined : new URL(addresses.health);
        await lookAtServer({ server: new URL(addresses.server), health }, clock, route, tells);
      },
    },
    {
      name: 'page',
      deadlineMs,
      look: async (tells) => {
        pages = await lookAtPages(fleet, force, look, tells);
      },
    },
  ]);
  const version = releasesOf(fleet).find((release) => release.image === image)?.version;
  return { name, version, pages, checks };
}

const unreadable = ({ mistakes }: Fleet): readonly Finding[] =>
  [...new Set(mistakes.map(({ where }) => /^forces\[\d+\]/u.exec(where)?.[0] ?? 'forces'))].map((place) =>
    found('fleet-row-unreadable', place),
  );

/** One force's answer, or none, keeps no other back. Never rejects. */
export async function lookAtFleet(fleet: Fleet, look: FleetLook): Promise<SeenFleet> {
  const { forces, troubles } = compareFleet(fleet, look.on);
  const seen: (SeenForce | undefined)[] = forces.map(() => undefined);
  const waiting = forces.entries();
  async function work(): Promise<void> {
    for (const [place, { force, standing }] of waiting) seen[place] = await lookAtForce(fleet, force, standing, look);
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  const wrong = troubles.map((trouble) => found('fleet-file-wrong', troubleLine(trouble).replace(/^NO\s+/u, '')));
  return {
    train: fleet.train.version,
    file: [...unreadable(fleet), ...wrong],
    forces: seen.filter((force) => force !== undefined),
  };
}
