import type { Role } from '../../core/model/directory.ts';
import type { KeyGroup } from '../../core/model/recipients.ts';

/** Recovery is offline and belongs to no role. */
export type HeldGroup = Exclude<KeyGroup, 'recovery'>;
export const isHeldGroup = (group: KeyGroup): group is HeldGroup => group !== 'recovery';

export const roleOfGroup = {
  acu: 'handler',
  reserve: 'reserve',
  custodians: 'custodian',
} as const satisfies Record<HeldGroup, Role>;
