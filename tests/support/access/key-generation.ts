import type { Role } from '../../../core/model/roles.ts';
import { keyGenerationId } from '../../../core/model/public-keys.ts';
import { recipientFromIdentitySync } from '../../../crypto/node/hybrid-recipient.ts';
import type { RunningBot } from '../journeys/running-bot.ts';

/** The key that a bot's cards are sealed under now, for the cases that a role handles. */
export const keyGeneration = ({ identities }: Pick<RunningBot, 'identities'>, role: Role | undefined): string =>
  keyGenerationId(recipientFromIdentitySync(identities[role === 'reserve' ? 'reserve' : 'acu'][0] ?? ''));
