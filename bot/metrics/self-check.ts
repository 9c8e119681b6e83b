import type { AlertOutbox } from '../../concerns/ports/alerts.ts';
import type { Seal, SealedTo } from '../../concerns/ports/seal.ts';
import type { Monotonic } from '../../concerns/terms/calendar.ts';
import { withinDeadline } from '../../conversations/deadline.ts';
import { bandOf, countBands } from './bands.ts';

interface Found {
  readonly isStoreReady: boolean;
  readonly isSealReady: boolean;
  readonly areFilesReady: boolean;
  /** In bands; `undefined` if the store did not say. */
  readonly failingAlerts: number | undefined;
}

/** By the clock, so that it says nothing of who asks. */
export interface SelfCheck {
  readonly look: () => Promise<void>;
  readonly found: () => Found | undefined;
}

/** As long as a person is kept waiting. */
const patienceMs = 8_000;
const tried = 'tried';

/** A look never rejects and ends within some seconds, if all else hangs. */
export function createSelfCheck(deps: {
  readonly checkStore: () => Promise<unknown>;
  readonly outbox: Pick<AlertOutbox, 'health'>;
  readonly areFilesReady: () => Promise<boolean>;
  readonly seal: Pick<Seal, 'seal' | 'fingerprints'>;
  readonly monotonic: Monotonic;
  readonly onStore: (seconds: number) => void;
}): SelfCheck {
  let found: Found | undefined;
  const succeeds = async (work: () => Promise<unknown>): Promise<boolean> =>
    await withinDeadline(
      patienceMs,
      async () => {
        await work();
        return true;
      },
      () => false,
    );

  /** The reserve and the custodians may have no key while too few people hold their role. */
  const sealedTo = (): readonly SealedTo[] => [
    'acu',
    ...(['reserve', 'custodians'] as const).filter((to) => deps.seal.fingerprints(to).length > 0),
  ];

  async function isStoreReady(): Promise<boolean> {
    const begun = deps.monotonic();
    const isReady = await succeeds(deps.checkStore);
    deps.onStore((deps.monotonic() - begun) / 1_000);
    return isReady;
  }

  const failingAlerts = async (): Promise<number | undefined> =>
    await withinDeadline<number | undefined>(
      patienceMs,
      async () => {
        const both = await Promise.all([deps.outbox.health('acu'), deps.outbox.health('reserve')]);
        return bandOf(
          countBands,
          both.reduce((sum, { failing }) => sum + failing, 0),
        );
      },
      () => undefined,
    );

  return {
    async look() {
      found = {
        isStoreReady: await isStoreReady(),
        isSealReady: await succeeds(() => Promise.all(sealedTo().map((to) => deps.seal.seal(tried, to)))),
        areFilesReady: await deps.areFilesReady(),
        failingAlerts: await failingAlerts(),
      };
    },
    found: () => found,
  };
}
