import type { Deployment } from '../../bot/settings/checks/deployment.ts';
import { roleSettings } from '../../bot/settings/roles.ts';
import { rolesKeptApart } from '../../concerns/terms/directory.ts';
import { found } from './finding.ts';
import { type OpenedStore, withOpened } from './opened-store.ts';
import type { Tells } from './run-checks.ts';

/**
 * Looks for roles that nobody may hold together and somebody does: by the lists and by what tokens said together. What
 * the lists alone say is told of the settings.
 */
export const lookAtRoles =
  ({ roles }: Deployment, opening: Promise<OpenedStore>) =>
  async (tells: Tells): Promise<void> => {
    if (roles === undefined) {
      tells.tell(found('not-looked-at', 'a setting for it'));
      return;
    }
    await withOpened(opening, async ({ people }) => {
      const all = await people.all();
      for (const [one, other] of rolesKeptApart) {
        const isJoined = all.some(({ objectId, roles: said }) => {
          const holds = (role: typeof one | typeof other) => said.includes(role) || roles[role].includes(objectId);
          return holds(one) && holds(other);
        });
        if (isJoined) tells.tell(found('roles-joined', `what ${roleSettings[one]} and ${roleSettings[other]} give`));
      }
    })(tells);
  };
