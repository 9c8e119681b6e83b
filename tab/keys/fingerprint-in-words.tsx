import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { languages } from '../../core/model/language.ts';
import { fingerprintWords } from '../../crypto/fingerprint-words.ts';
import { Notice } from '../ui/notice.tsx';
import { useKeysStyles } from '../ui/styles.ts';
import { useTab } from '../ui/tab-context.ts';
import { Fingerprint } from '../crypto/fingerprint.tsx';
import { loadWords } from './new-passphrase.ts';

const spoken = { en: 'fingerprint.english', cy: 'fingerprint.welsh' } as const;

export function FingerprintInWords({ of, name }: { readonly of: string; readonly name: string }) {
  const styles = useKeysStyles();
  const { say, language } = useTab();
  const [words, setWords] = useState<Readonly<Record<'en' | 'cy', string>>>();
  const [isMissing, setMissing] = useState(false);
  const onShow = async () => {
    const lists = await Promise.all([loadWords.en(), loadWords.cy()]).catch(() => undefined);
    setMissing(lists === undefined);
    if (lists) setWords({ en: fingerprintWords(of, lists[0]), cy: fingerprintWords(of, lists[1]) });
  };
  const ownFirst = languages.toSorted((one, other) => Number(other === language) - Number(one === language));
  return (
    <div>
      <div className={styles.row}>
        <Fingerprint of={of} />
        {words === undefined && (
          <Button size="small" aria-label={say('fingerprint.inWordsOf', { name })} onClick={() => void onShow()}>
            {say('fingerprint.inWords')}
          </Button>
        )}
      </div>
      {isMissing && (
        <Notice tone="careful" role="alert">
          <p>{say('shell.partMissing')}</p>
        </Notice>
      )}
      {words !== undefined &&
        ownFirst.map((one) => (
          <Text key={one} as="p" className={styles.words}>
            {say(spoken[one])}{' '}
            <Text font="monospace" lang={one} translate="no">
              {words[one]}
            </Text>
          </Text>
        ))}
    </div>
  );
}
