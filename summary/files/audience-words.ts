import type { Audience } from '../../concerns/records/permissions.ts';
import type { WordKey } from '../../words/cards/say.ts';

export const audienceWords: Readonly<Record<Audience, WordKey>> = {
  acu: 'file.acu',
  reserve: 'file.reserve',
  wider: 'file.wider',
};
