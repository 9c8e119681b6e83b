import { Button, Text } from '@fluentui/react-components';
import { useEffect } from 'react';
import { fingerprintOf } from '../../concerns/terms/recipients.ts';
import { keyGroupText } from '../parts/key-group-text.ts';
import { useTab } from '../parts/tab-context.ts';
import { Fingerprint } from '../seals/fingerprint.tsx';
import { useKeys } from '../seals/keys-context.tsx';
import { identitiesText, makeKeyPair } from '../../seals/wrap-identity.ts';
import { BackupForm } from './backup-form.tsx';
import type { LeaverStepProps } from './leaver-step-props.ts';

export function LeaverMake({ ceremony: { group, recipient }, onMove }: LeaverStepProps) {
  const { say } = useTab();
  const keys = useKeys();
  const made = keys.keysOf('new').find((key) => key.recipient === recipient);
  // Locked after the file was saved, and opened again from that file: it is known to work.
  const isBack = keys.keysOf(group).some((key) => key.recipient === recipient);
  const isLost = recipient !== undefined && made === undefined && !isBack;
  useEffect(() => {
    if (isBack) onMove({ kind: 'backedUp' });
    if (isLost) onMove({ kind: 'lost' });
  }, [isBack, isLost, onMove]);

  const onMake = async () => {
    const pair = await makeKeyPair();
    keys.hold([{ ...pair, group: 'new' }]);
    onMove({ kind: 'made', recipient: pair.recipient });
  };
  if (!made) {
    return (
      <>
        <Text>{say('leaver.makeGroupWhy', { group: keyGroupText(say, group) })}</Text>
        <div>
          <Button appearance="primary" onClick={() => void onMake()}>
            {say('leaver.makeGroup')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <Text>
        {say('leaver.madeGroup')} <Fingerprint of={fingerprintOf(made.recipient)} />
      </Text>
      <BackupForm
        text={identitiesText([made, ...keys.keysOf(group)], `Candour, ${group}`)}
        fileName={`candour-${group}-key.age`}
        onTested={(file) => keys.hold([{ ...made, group }], file)}
      />
    </>
  );
}
