import type { KeyGroup } from '../../concerns/terms/recipients.ts';
import { naming } from './naming.ts';

/** Whose keys those of a group are, in words. */
export const keyGroupText = naming<KeyGroup>({
  acu: 'status.acu',
  recovery: 'status.recovery',
  reserve: 'status.reserve',
  custodians: 'status.custodians',
});
