import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { languages } from '../../core/model/language.ts';
import { securityCode } from '../../crypto/security-code.ts';
import { Notice } from '../ui/notice.tsx';
import { useFormStyles } from '../ui/use-form-styles.ts';
import { useTab } from '../ui/tab-context.ts';
import { Fingerprint } from '../crypto/fingerprint.tsx';
import { loadWordList } from './new-passphrase.ts';

const languageWords = { en: 'fingerprint.english', cy: 'fingerprint.welsh' } as const;

export function SecurityCode({ of: fingerprint, name }: { readonly of: string; readonly name: string }) {
  const styles = useFormStyles();
  const { translate, language } = useTab();
  const [words, setWords] = useState<Readonly<Record<'en' | 'cy', string>>>();
  const [isMissing, setMissing] = useState(false);
  const onShow = async () => {
    const lists = await Promise.all([loadWordList.en(), loadWordList.cy()]).catch(() => undefined);
    setMissing(lists === undefined);
    if (lists) setWords({ en: securityCode(fingerprint, lists[0]), cy: securityCode(fingerprint, lists[1]) });
  };
  const ownFirst = languages.toSorted((one, other) => Number(other === language) - Number(one === language));
  return (
    <div>
      <div className={styles.row}>
        <Fingerprint of={fingerprint} />
        {words === undefined && (
          <Button size="small" aria-label={translate('fingerprint.inWordsOf', { name })} onClick={() => void onShow()}>
            {translate('fingerprint.inWords')}
          </Button>
        )}
      </div>
      {isMissing && (
        <Notice tone="careful" role="alert">
          <p>{translate('shell.partMissing')}</p>
        </Notice>
      )}
      {words !== undefined &&
        ownFirst.map((one) => (
          <Text key={one} as="p" className={styles.words}>
            {translate(languageWords[one])}{' '}
            <Text font="monospace" lang={one} translate="no">
              {words[one]}
            </Text>
          </Text>
        ))}
    </div>
  );
}
