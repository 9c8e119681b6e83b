import { keyGroupText } from '../parts/key-group-text.ts';
import type { Tab } from '../parts/tab-context.ts';
import type { KeyOwner } from './key-keeper.ts';

export function ownerText(say: Tab['say'], owner: KeyOwner): string {
  if (owner === 'personal') return say('keys.ownerPersonal');
  if (owner === 'new') return say('keys.ownerNew');
  return owner === 'unknown' ? say('keys.ownerUnknown') : keyGroupText(say, owner);
}
