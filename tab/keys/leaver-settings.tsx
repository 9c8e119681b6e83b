import { Button, Text } from '@fluentui/react-components';
import { fingerprintOf } from '../../concerns/terms/recipients.ts';
import { useTab } from '../parts/tab-context.ts';
import { Fingerprint } from '../seals/fingerprint.tsx';
import { CopyText } from '../parts/copy-text.tsx';
import type { LeaverStepProps } from './leaver-step-props.ts';
import { settingsLines } from './settings-lines.ts';

export function LeaverSettings({ ceremony: { group, recipient }, mine, onMove }: LeaverStepProps) {
  const { say } = useTab();
  const { now, before } = settingsLines(group, recipient ?? '', mine);
  return (
    <>
      <Text>{say('leaver.settingsWhy')}</Text>
      <Text>
        {say('keys.personFingerprint')} <Fingerprint of={fingerprintOf(recipient ?? '')} />
      </Text>
      <CopyText label={say('leaver.settingNow')} text={now} />
      <CopyText label={say('leaver.settingBefore')} text={before} />
      <Text>{say('leaver.settingsRole')}</Text>
      <div>
        <Button appearance="primary" onClick={() => onMove({ kind: 'settingsGiven' })}>
          {say('leaver.settingsGiven')}
        </Button>
      </div>
    </>
  );
}
