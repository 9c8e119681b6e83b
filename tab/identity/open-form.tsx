import { Text } from '@fluentui/react-components';
import { useTab } from '../parts/tab-context.ts';
import { refusalText } from '../parts/refusal-text.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { readIdentity } from './read-identity.ts';
import { ReasonForm } from './reason-form.tsx';
import type { Shown } from './shown-identity.tsx';

interface OpenFormProps {
  readonly isUnlocked: boolean;
  readonly onOpened: (shown: Shown) => void;
}

/** Without a request, if a life is at risk; the server records the opening first. */
export function OpenForm({ isUnlocked, onOpened }: OpenFormProps) {
  const { say, call, announce } = useTab();
  const keys = useKeys();
  return (
    <ReasonForm
      isUnlocked={isUnlocked}
      intro={
        <>
          <Text>{say('request.forLife')}</Text>
          <Text weight="semibold">{say('identity.recorded')}</Text>
        </>
      }
      sendLabel={say('identity.open')}
      sendingLabel={say('identity.opening')}
      carryOut={async ({ caseId, askedBy, request, words }) => {
        const answer = await call('identity.open', { caseId, request, words, because: 'lifeAtRisk' });
        if (!answer.ok) return refusalText(say, answer.refusal);
        const identities = keys.keysOf('custodians').map((key) => key.identity);
        const opened = await readIdentity(caseId, answer.value, identities);
        if (opened === 'moved') return say('identity.moved');
        announce(say('identity.opened'));
        const { handledBy } = answer.value;
        onOpened({ caseId, handledBy, isForOthers: handledBy !== askedBy, opened });
        return undefined;
      }}
    />
  );
}
