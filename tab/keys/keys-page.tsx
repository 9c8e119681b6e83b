import { Button, Radio, RadioGroup, Spinner, Text, Title2 } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import { refusalText } from '../ui/refusal-text.ts';
import { useTab } from '../ui/tab-context.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { UnlockPanel } from '../crypto/unlock-panel.tsx';
import { KeyGroupMembers, usePeople } from './key-group-members.tsx';
import { FingerprintComparisonForm } from './fingerprint-comparison-form.tsx';
import { KeyRotationPanel } from './key-rotation-panel.tsx';
import { Notice } from '../ui/notice.tsx';
import { PersonalKeyPanel } from './personal-key-panel.tsx';
import { RecipientsPanel } from './recipients-panel.tsx';
import { Section } from '../ui/section.tsx';
import { useFormStyles } from '../ui/use-form-styles.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';

export default function KeysPage() {
  const styles = useFormStyles();
  const { translate } = useTab();
  const keys = useKeys();
  const known = usePeople();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isAdding, setIsAdding] = useState(false);
  const { mine, loadMine } = keys;
  useEffect(() => {
    void loadMine().then((answer) => setRefusal(answer.ok ? undefined : answer.refusal));
  }, [loadMine]);

  const hasGroups = (mine?.groups.length ?? 0) > 0;
  const asksForFile = hasGroups && (!keys.isUnlocked || isAdding);
  return (
    <div className={styles.page}>
      <Title2 as="h1" tabIndex={-1} className={styles.title}>
        {translate('keys.title')}
      </Title2>
      <Text className={styles.words}>{translate('keys.intro')}</Text>
      {refusal && (
        <Notice tone="careful" role="alert">
          <p>{refusalText(translate, refusal)}</p>
        </Notice>
      )}
      {mine === undefined && !refusal && <Spinner size="tiny" label={translate('keys.working')} />}
      {hasGroups && (
        <Section title={translate('keys.hereTitle')}>
          {asksForFile ? (
            <UnlockPanel onUnlocked={() => setIsAdding(false)} />
          ) : (
            <div className={styles.row}>
              <Text>{translate('keys.hereOpen')}</Text>
              <Button size="small" onClick={() => setIsAdding(true)}>
                {translate('keys.openAnother')}
              </Button>
            </div>
          )}
        </Section>
      )}
      {mine && hasGroups && (
        <PersonalKeyPanel mine={mine} onPublished={() => void Promise.all([loadMine(), known.reload()])} />
      )}
      {mine && hasGroups && <KeyGroupMembers groups={mine.groups} known={known} />}
      {mine && hasGroups && <KeyRotationPanel mine={mine} known={known} />}
      {mine && <RecipientsPanel mine={mine} />}
      {mine && <FingerprintComparisonForm mine={mine} people={known.people?.ok ? known.people.value.people : []} />}
      {hasGroups && <NotificationPreferenceForm />}
    </div>
  );
}

type NotificationPreference = OperationAnswer<'line.mine'>['choice'];
const notificationPreferences = ['en', 'cy', 'off'] as const satisfies readonly NotificationPreference[];
const preferenceWords = { en: 'line.en', cy: 'line.cy', off: 'line.off' } as const satisfies Record<
  NotificationPreference,
  string
>;

function NotificationPreferenceForm() {
  const styles = useFormStyles();
  const { translate, call, announce } = useTab();
  const id = useId();
  const [mine, setMine] = useState<OperationAnswer<'line.mine'>>();
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    void call('line.mine', {}).then((answer) => setMine(answer.ok ? answer.value : undefined));
  }, [call]);
  if (mine?.isOn !== true) return null;

  async function choose(choice: NotificationPreference): Promise<void> {
    const before = mine;
    setMine({ isOn: true, choice });
    const answer = await call('line.choose', { choice });
    setRefusal(answer.ok ? undefined : answer.refusal);
    if (answer.ok) announce(translate('line.saved'));
    else setMine(before);
  }
  return (
    <Section title={translate('line.heading')}>
      <Text className={styles.words}>{translate('line.what')}</Text>
      <Text id={id}>{translate('line.label')}</Text>
      <RadioGroup
        aria-labelledby={id}
        value={mine.choice}
        onChange={(_, { value }) => {
          const choice = notificationPreferences.find((one) => one === value);
          if (choice !== undefined) void choose(choice);
        }}
      >
        {notificationPreferences.map((choice) => (
          <Radio key={choice} value={choice} label={translate(preferenceWords[choice])} />
        ))}
      </RadioGroup>
      {refusal && <RefusalNotice refusal={refusal} />}
    </Section>
  );
}
