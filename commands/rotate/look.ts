import { createExportSigner } from '../../bot/api/export-signer.ts';
import type { Deployment } from '../../bot/settings/checks/deployment.ts';
import { type AuthenticationSurroundings } from '../../bot/teams/authentication.ts';
import { createBotTokens } from '../../bot/teams/bot-token.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { found } from '../doctor/finding.ts';
import { lookAtFiles } from '../doctor/look-at-files.ts';
import { lookAtStore } from '../doctor/look-at-store.ts';
import { lookAtToken } from '../doctor/microsoft/look-at-token.ts';
import { type OpenedStore, withOpened } from '../doctor/opened-store.ts';
import type { Check } from '../doctor/run-checks.ts';
import { openCards } from './open-cards.ts';
import type { RotationCheck } from './rotated-secrets.ts';

const deadlineMs = 60_000;

/** Everything that the checks of a rotation look at. */
export interface LookedAt {
  readonly deployment: Deployment;
  readonly opening: Promise<OpenedStore>;
  readonly clock: Clock;
  /** Another place for Microsoft's addresses; the real ones where it is missing. */
  readonly microsoft?: AuthenticationSurroundings;
}

const lookAtCards = ({ deployment: { secrets }, opening, clock }: LookedAt): Check['look'] =>
  withOpened(opening, async ({ dayKeys }, { tell, note }) => {
    if (secrets === undefined) {
      tell(found('not-looked-at', 'a setting for it'));
      return;
    }
    const { now, before, neither } = await openCards(dayKeys, secrets, clock);
    note(`Days with open cards under the secret of now: ${now}, under the one before: ${before}.`);
    if (neither > 0) tell(found('secret-other'));
    if (before > 0)
      note('Keep CARRIED_STATE_SECRET_BEFORE, and look again tomorrow: without it these cards would be lost.');
    else if (secrets.secretBefore !== undefined)
      note('No open card needs CARRIED_STATE_SECRET_BEFORE: leave it out, and start all servers.');
  });

const lookAtFingerprint =
  ({ deployment }: LookedAt): Check['look'] =>
  async ({ tell, note }) => {
    const signer = deployment.whole && createExportSigner(deployment.whole.casework.signingKey);
    if (signer === undefined) tell(found('not-looked-at', 'a setting for it'));
    else note(`Exports are signed by the key with the fingerprint ${signer.fingerprint}`);
  };

/** The check of this name, as the doctor makes it where that has one. */
export function checkOf(name: RotationCheck, at: LookedAt): Check {
  const { deployment, opening, clock, microsoft = {} } = at;
  switch (name) {
    case 'cards':
      return { name: 'keys', deadlineMs, look: lookAtCards(at) };
    case 'fingerprint':
      return { name: 'keys', deadlineMs, look: lookAtFingerprint(at) };
    case 'store':
      return { name: 'store', deadlineMs, look: lookAtStore(deployment, opening, clock, () => performance.now()) };
    case 'files':
      return { name: 'files', deadlineMs, look: lookAtFiles(deployment, clock) };
    case 'token': {
      const { atMicrosoft } = deployment;
      const tokens = atMicrosoft && createBotTokens(atMicrosoft, microsoft);
      return { name: 'token', deadlineMs, look: lookAtToken(atMicrosoft, tokens, clock) };
    }
  }
}
