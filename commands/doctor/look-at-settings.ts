import type { Deployment } from '../../bot/settings/checks/deployment.ts';
import { type Machine, thisMachine, tooLittleFor } from '../../bot/settings/workers.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { found } from './finding.ts';
import type { Tells } from './run-checks.ts';

const sixWeeksMs = 42 * 24 * 3_600_000;

/** Tells all that is wrong with the settings, in the sentences of a start, what is too much for a machine, and of a certificate that ends soon. */
export const lookAtSettings =
  (
    { troubles, workers = 1, certificateUntil, withoutPlace }: Deployment,
    clock: Clock,
    machine: Machine = thisMachine(),
  ) =>
  async ({ tell }: Tells): Promise<void> => {
    for (const { sentence } of troubles) tell(found('setting-wrong', withoutPlace(sentence)));
    for (const little of tooLittleFor(workers, machine)) tell(found(`workers-beyond-${little}`));
    const left = (certificateUntil?.getTime() ?? Number.POSITIVE_INFINITY) - clock().getTime();
    if (left < sixWeeksMs) tell(found('bot-certificate-ends'));
  };
