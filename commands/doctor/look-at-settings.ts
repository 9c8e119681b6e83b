import type { Deployment } from '../../bot/settings/checks/deployment.ts';
import type { RoleLists } from '../../bot/settings/roles.ts';
import { findShortRoles } from '../../concerns/terms/directory.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { found } from './findings.ts';
import type { Tells } from './run-checks.ts';

const sixWeeksMs = 42 * 24 * 3_600_000;

export function lookAtSettings(
  { troubles, certificateUntil, withoutPlace }: Deployment,
  clock: Clock,
  { tell }: Tells,
): void {
  for (const { sentence } of troubles) tell(found('setting-wrong', withoutPlace(sentence)));
  const left = (certificateUntil?.getTime() ?? Number.POSITIVE_INFINITY) - clock().getTime();
  if (left < sixWeeksMs) tell(found('bot-certificate-ends'));
}

export function lookAtRoles(roles: RoleLists, { tell }: Tells): void {
  const short = findShortRoles(roles);
  if (short.includes('reserve')) tell(found('reserve-short'));
  if (short.includes('custodian')) tell(found('custodian-missing'));
}
