import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { refusalText } from '../parts/refusal-text.ts';
import { useTab } from '../parts/tab-context.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { Notice } from '../parts/notice.tsx';
import type { LeaverStepProps } from './leaver-step-props.ts';

export function LeaverCheck({ ceremony, onMove }: LeaverStepProps) {
  const { say } = useTab();
  const { loadMine } = useKeys();
  const [error, setError] = useState<string>();
  const onAsk = async () => {
    const answer = await loadMine();
    setError(answer.ok ? undefined : refusalText(say, answer.refusal));
    if (answer.ok) onMove({ kind: 'asked', recipients: answer.value.recipients });
  };
  return (
    <>
      <Text>{say('leaver.checkWhy')}</Text>
      {error !== undefined && (
        <Notice tone="careful" role="alert">
          <p>{error}</p>
        </Notice>
      )}
      {error === undefined && ceremony.isWaiting && (
        <Notice tone="calm" role="status">
          <p>{say('leaver.checkWaiting')}</p>
        </Notice>
      )}
      <div>
        <Button appearance="primary" onClick={() => void onAsk()}>
          {say('leaver.checkNow')}
        </Button>
      </div>
    </>
  );
}
