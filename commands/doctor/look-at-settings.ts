import type { Deployment } from '../../bot/settings/checks/deployment.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { found } from './finding.ts';
import type { Tells } from './run-checks.ts';

const sixWeeksMs = 42 * 24 * 3_600_000;

/** Tells all that is wrong with the settings, in the sentences of a start, and a certificate that ends soon. */
export const lookAtSettings =
  ({ troubles, certificateUntil, withoutPlace }: Deployment, clock: Clock) =>
  async ({ tell }: Tells): Promise<void> => {
    for (const { sentence } of troubles) tell(found('setting-wrong', withoutPlace(sentence)));
    const left = (certificateUntil?.getTime() ?? Number.POSITIVE_INFINITY) - clock().getTime();
    if (left < sixWeeksMs) tell(found('bot-certificate-ends'));
  };
