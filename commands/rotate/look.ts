import { createExportSigner } from '../../bot/api/export-signer.ts';
import { filesCheck, type LookedAt, needSetting, needStore, storeCheck, tokenCheck } from '../doctor/checks.ts';
import { found } from '../doctor/findings.ts';
import { type CheckRow, checkRow } from '../doctor/run-checks.ts';
import { openCards } from './open-cards.ts';
import type { RotationCheck } from './rotated-secrets.ts';

export type RotatedAt = Pick<LookedAt, 'deployment' | 'opening' | 'clock' | 'tokenFor'>;

export const rotationChecks: Readonly<Record<RotationCheck, CheckRow<RotatedAt>>> = {
  cards: checkRow({
    name: 'keys',
    asks: 'Under which secret are the cards that are open now?',
    async needs(at: RotatedAt) {
      const store = await needStore(at);
      const { secrets } = at.deployment;
      return 'lacks' in store ? store : needSetting(secrets && { dayKeys: store.has.dayKeys, secrets });
    },
    async look({ dayKeys, secrets }, { clock }, { tell, note }) {
      const { now, before, neither } = await openCards(dayKeys, secrets, clock);
      note(`Days with open cards under the secret of now: ${now}, under the one before: ${before}.`);
      if (neither > 0) tell(found('secret-other'));
      if (before > 0)
        note('Keep CARRIED_STATE_SECRET_BEFORE, and look again tomorrow: without it these cards would be lost.');
      else if (secrets.secretBefore !== undefined)
        note('No open card needs CARRIED_STATE_SECRET_BEFORE: leave it out, and start all servers.');
    },
  }),
  fingerprint: checkRow({
    name: 'keys',
    asks: 'Which key are exports signed by?',
    needs: ({ deployment: { whole } }: RotatedAt) =>
      needSetting(whole && createExportSigner(whole.casework.signingKey)),
    look: ({ fingerprint }, _, { note }) => note(`Exports are signed by the key with the fingerprint ${fingerprint}`),
  }),
  store: storeCheck,
  files: filesCheck,
  token: tokenCheck,
};
