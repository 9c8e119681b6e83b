import { Encrypter } from 'age-encryption';
import type { Seal } from '../../concerns/ports/seal.ts';
import { createAgeSeal } from '../../seals/node/age-seal.ts';
import { padText } from '../../seals/padded-text.ts';
import type { Recipients } from '../../concerns/terms/recipients.ts';

/** Candour's seal with the hybrid recipient that comes with age-encryption, to be measured beside it. */
export function createStockSeal(recipients: Recipients): Seal {
  const lines = {
    acu: [...recipients.acu, ...recipients.recovery],
    reserve: [...recipients.reserve, ...recipients.recovery],
    custodians: recipients.custodians,
  } as const;
  return {
    ...createAgeSeal(recipients),
    async seal(text, to) {
      const encrypter = new Encrypter();
      for (const line of lines[to]) encrypter.addRecipient(line);
      return Buffer.from(await encrypter.encrypt(padText(text))).toString('base64');
    },
  };
}
