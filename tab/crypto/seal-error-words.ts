import type { SealErrorCode } from '../../core/ports/seal.ts';
import type { WordKey } from '../../words/tab/translate.ts';

export const sealErrorWords: Readonly<Record<SealErrorCode, WordKey>> = {
  noRecipient: 'keys.errorNoRecipient',
  malformedRecipient: 'keys.errorRecipient',
  notHybrid: 'keys.errorRecipient',
  repeatedRecipient: 'keys.errorRecipient',
  malformedSeed: 'keys.errorNotAKey',
  brokenText: 'keys.errorBrokenText',
  malformedIdentity: 'keys.errorNotAKey',
  noIdentity: 'keys.errorNotAKey',
  notForThisIdentity: 'keys.errorOtherKey',
  damaged: 'keys.errorDamaged',
  passphraseNeeded: 'keys.errorPassphraseNeeded',
  wrongPassphrase: 'keys.errorPassphrase',
  personalNeeded: 'keys.errorPersonalNeeded',
};
