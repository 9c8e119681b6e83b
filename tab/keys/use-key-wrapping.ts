import { useState } from 'react';
import { SealError } from '../../core/ports/seal.ts';
import type { PersonId } from '../../core/model/roles.ts';
import { refusalText } from '../ui/refusal-text.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { endorseKey } from '../../crypto/key-endorsement.ts';
import { sealErrorWords } from '../crypto/seal-error-words.ts';
import { createKeyEnvelope } from './key-envelope.ts';
import type { RoleKeyGroup } from './key-group-role.ts';

export function useKeyWrapping(group: RoleKeyGroup) {
  const { translate, call } = useTab();
  const keys = useKeys();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string>();

  const wrap = async (people: readonly { readonly objectId: PersonId; readonly recipient: string }[]) => {
    setIsBusy(true);
    setError(undefined);
    try {
      const held = keys.getKeys(group);
      const [newest] = held;
      if (newest === undefined) throw new SealError('noIdentity');
      const envelopes = [];
      for (const { objectId, recipient } of people) {
        const sealed = await createKeyEnvelope(held, group, recipient);
        envelopes.push({ objectId, group, sealed, vouch: endorseKey(newest.identity, { group, objectId, recipient }) });
      }
      const answer = await call('keys.wrap', { envelopes });
      if (answer.ok) return answer.value.wrapped;
      setError(refusalText(translate, answer.refusal));
    } catch (thrown) {
      if (!(thrown instanceof SealError)) throw thrown;
      setError(translate(sealErrorWords[thrown.code]));
    } finally {
      setIsBusy(false);
    }
    return undefined;
  };
  return { wrap, isBusy, error, setError };
}
