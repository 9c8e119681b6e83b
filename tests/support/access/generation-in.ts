import type { Role } from '../../../concerns/terms/directory.ts';
import { fingerprintOf } from '../../../concerns/terms/recipients.ts';
import { recipientOfIdentity } from '../../../seals/node/hybrid-identity.ts';
import type { RunningBot } from '../journeys/running-bot.ts';

/** The key that a bot's cards are sealed under now, for the cases that a role handles. */
export const generationIn = ({ identities }: Pick<RunningBot, 'identities'>, role: Role | undefined): string =>
  fingerprintOf(recipientOfIdentity(identities[role === 'reserve' ? 'reserve' : 'acu'][0] ?? ''));
