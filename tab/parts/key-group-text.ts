import type { KeyGroup } from '../../concerns/terms/recipients.ts';
import { naming } from './naming.ts';

export const keyGroupText = naming<KeyGroup>({
  acu: 'status.acu',
  recovery: 'status.recovery',
  reserve: 'status.reserve',
  custodians: 'status.custodians',
});
