import type { Audience } from '../../concerns/records/permissions.ts';
import type { WordKey } from '../../words/tab/say.ts';

export const audienceWords = {
  acu: 'summaries.forUnit',
  reserve: 'summaries.forReserve',
  wider: 'summaries.forWider',
} as const satisfies Record<Audience, WordKey>;
