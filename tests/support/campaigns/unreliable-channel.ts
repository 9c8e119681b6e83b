import type { CampaignRequest } from '../../fakes/campaign-connector.ts';
import type { ConnectorAnswer } from '../../fakes/connector-answer.ts';
import { createSeededRandom } from '../seeded-random.ts';

/** What befalls one conversation in a thousand each, whichever server writes there. The last is over at the second try. */
const troubles: readonly ConnectorAnswer[] = [
  500,
  'hang',
  'accept-then-hang',
  'accept-then-reset',
  'reset',
  404,
  403,
  412,
];
const onceOnly = troubles.length - 1;
const ofAThousand = 1_000;
/** Teams' own limit, and what a busy machine that bunches requests is forgiven. */
const maxPerSecond = 50 * 1.2;
/** So often the channel asks for time, and for how long, at Teams' speed. */
const pauses = 10;
const pauseMs = 3_000;

/**
 * A connector that answers some people with errors, hangs, or loses its answer after the message arrived, asks for time now
 * and then, and turns away more requests than it takes. The same seed befalls the same people.
 */
export function createUnreliableChannel({
  people,
  factor,
  seed,
}: {
  readonly people: number;
  readonly factor: number;
  readonly seed: number;
}) {
  const random = createSeededRandom(seed);
  const tried = new Set<string>();
  const recent: number[] = [];
  let paused = 0;
  const luckOf = (conversationId: string): number => {
    let hash = seed >>> 0;
    for (const character of conversationId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
    return Math.floor(createSeededRandom(hash)() * ofAThousand);
  };
  return {
    random,
    /** How long it asked everybody to wait, all in all. */
    pausedMs: () => paused,
    answerOf: ({ conversationId, before }: CampaignRequest): ConnectorAnswer | undefined => {
      const now = performance.now();
      while ((recent[0] ?? now) <= now - 1_000 / factor) recent.shift();
      if (recent.length >= maxPerSecond) return { status: 429, retryAfter: 1 / factor };
      recent.push(now);
      if (before > 0 && before % Math.ceil(people / pauses) === 0) {
        paused += pauseMs / factor;
        return { status: 429, retryAfter: pauseMs / factor / 1_000 };
      }
      const luck = luckOf(conversationId);
      if (luck === onceOnly && tried.has(conversationId)) return undefined;
      if (luck === onceOnly) tried.add(conversationId);
      return troubles[luck];
    },
  };
}
