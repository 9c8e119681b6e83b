import type { Role } from '../../core/model/roles.ts';
import type { KeyGroup } from '../../core/model/public-keys.ts';

/** Recovery is offline and belongs to no role. */
export type RoleKeyGroup = Exclude<KeyGroup, 'recovery'>;
export const isRoleKeyGroup = (group: KeyGroup): group is RoleKeyGroup => group !== 'recovery';

export const keyGroupRole = {
  acu: 'handler',
  reserve: 'reserve',
  custodians: 'custodian',
} as const satisfies Record<RoleKeyGroup, Role>;
