import type { Audience } from '../../concerns/records/permissions.ts';
import type { WordKey } from '../../words/tab/say.ts';

/** The name of those whom figures are for. */
export const audienceWords = {
  acu: 'summaries.forUnit',
  reserve: 'summaries.forReserve',
  wider: 'summaries.forWider',
} as const satisfies Record<Audience, WordKey>;
