import type { Deployment } from '../../bot/settings/checks/deployment.ts';
import { findShortRoles } from '../../concerns/terms/directory.ts';
import { found } from './finding.ts';
import type { Tells } from './run-checks.ts';

/** Looks whether the lists name enough people for what takes one of the reserve, a second of them, or a custodian. */
export const lookAtRoles =
  ({ roles }: Deployment) =>
  async (tells: Tells): Promise<void> => {
    if (roles === undefined) {
      tells.tell(found('not-looked-at', 'a setting for it'));
      return;
    }
    const short = findShortRoles(roles);
    if (short.includes('reserve')) tells.tell(found('reserve-short'));
    if (short.includes('custodian')) tells.tell(found('custodian-missing'));
  };
