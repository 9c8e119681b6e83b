import type { Role } from '../../../core/model/directory.ts';
import { keyGenerationOf } from '../../../core/model/recipients.ts';
import { recipientOfIdentity } from '../../../crypto/node/hybrid-recipient.ts';
import type { RunningBot } from '../journeys/running-bot.ts';

/** The key that a bot's cards are sealed under now, for the cases that a role handles. */
export const generationIn = ({ identities }: Pick<RunningBot, 'identities'>, role: Role | undefined): string =>
  keyGenerationOf(recipientOfIdentity(identities[role === 'reserve' ? 'reserve' : 'acu'][0] ?? ''));
