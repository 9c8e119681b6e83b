import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import { Notice } from '../parts/notice.tsx';
import { refusalText } from '../parts/refusal-text.ts';
import { useTab } from '../parts/tab-context.ts';
import { ReasonForm } from './reason-form.tsx';

interface AskFormProps {
  readonly isUnlocked: boolean;
  readonly onAsked: () => void;
}

/** For forces that open no identity without a request. */
export function AskForm({ isUnlocked, onAsked }: AskFormProps) {
  const { say, call, announce } = useTab();
  const [isSent, setSent] = useState(false);
  return (
    <>
      {isSent && (
        <Notice tone="good" role="status">
          <p>{say('request.sent')}</p>
        </Notice>
      )}
      <ReasonForm
        isUnlocked={isUnlocked}
        intro={<Text>{say('request.askIntro')}</Text>}
        sendLabel={say('request.send')}
        sendingLabel={say('request.sending')}
        carryOut={async ({ caseId, request, words }) => {
          setSent(false);
          const answer = await call('identity.ask', { caseId, request, words });
          if (!answer.ok) return refusalText(say, answer.refusal);
          setSent(true);
          announce(say('request.sent'));
          onAsked();
          return undefined;
        }}
      />
    </>
  );
}
