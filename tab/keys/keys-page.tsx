import { Button, Spinner, Text, Title2 } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { refusalText } from '../parts/refusal-text.ts';
import { useTab } from '../parts/tab-context.ts';
import type { Refusal } from '../../contract/answers.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { UnlockPanel } from '../seals/unlock-panel.tsx';
import { Colleagues } from './colleagues.tsx';
import { CompareFingerprint } from './compare-fingerprint.tsx';
import { Leaver } from './leaver.tsx';
import { LineChoice } from './line-choice.tsx';
import { Notice } from '../parts/notice.tsx';
import { OwnKey } from './own-key.tsx';
import { SealingKeys } from './sealing-keys.tsx';
import { Section } from '../parts/section.tsx';
import { useKeysStyles } from '../parts/styles.ts';
import { usePeople } from './use-people.ts';

export default function KeysPage() {
  const styles = useKeysStyles();
  const { say } = useTab();
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
        {say('keys.title')}
      </Title2>
      <Text className={styles.words}>{say('keys.intro')}</Text>
      {refusal && (
        <Notice tone="careful" role="alert">
          <p>{refusalText(say, refusal)}</p>
        </Notice>
      )}
      {mine === undefined && !refusal && <Spinner size="tiny" label={say('keys.working')} />}
      {hasGroups && (
        <Section title={say('keys.hereTitle')}>
          {asksForFile ? (
            <UnlockPanel onUnlocked={() => setIsAdding(false)} />
          ) : (
            <div className={styles.row}>
              <Text>{say('keys.hereOpen')}</Text>
              <Button size="small" onClick={() => setIsAdding(true)}>
                {say('keys.openAnother')}
              </Button>
            </div>
          )}
        </Section>
      )}
      {mine && hasGroups && <OwnKey mine={mine} onPublished={() => void Promise.all([loadMine(), known.reload()])} />}
      {mine && hasGroups && <Colleagues groups={mine.groups} known={known} />}
      {mine && hasGroups && <Leaver mine={mine} known={known} />}
      {mine && <SealingKeys mine={mine} />}
      {mine && <CompareFingerprint mine={mine} people={known.people?.ok ? known.people.value.people : []} />}
      {hasGroups && <LineChoice />}
    </div>
  );
}
