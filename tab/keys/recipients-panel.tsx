import { Text } from '@fluentui/react-components';
import { keyFingerprint, keyGroups } from '../../core/model/public-keys.ts';
import { keyGroupText } from '../ui/labels.ts';
import { useTab } from '../ui/tab-context.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { findRecipientWarnings } from '../crypto/find-recipient-warnings.ts';
import { Fingerprint } from '../crypto/fingerprint.tsx';
import { useKeys } from '../crypto/keys-context.tsx';
import { RecipientWarnings } from '../crypto/recipient-warnings.tsx';
import { Section } from '../ui/section.tsx';
import { SecurityCode } from './security-code.tsx';
import { formatDay } from '../../words/date-format.ts';
import { Notice } from '../ui/notice.tsx';
import { isUntrustedRecipientList, verifyRecipientList } from '../crypto/verify-recipient-list.ts';
import { useFormStyles } from '../ui/use-form-styles.ts';

export function RecipientsPanel({ mine }: { readonly mine: OperationAnswer<'keys.mine'> }) {
  const styles = useFormStyles();
  const { translate, language } = useTab();
  const { unlocked } = useKeys();
  const verified = verifyRecipientList(mine);
  const isHeld = (line: string) => unlocked.some((key) => key.recipient === line);
  return (
    <Section title={translate('keys.sealedTitle')}>
      <Text className={styles.words}>{translate('keys.sealedWhy')}</Text>
      {verified.kind === 'signed' && (
        <Text>{translate('fingerprint.listSigned', { on: formatDay(language, verified.signedOn) })}</Text>
      )}
      {verified.kind === 'unchecked' && <Text className={styles.words}>{translate('fingerprint.listUnchecked')}</Text>}
      {isUntrustedRecipientList(verified) && (
        <Notice tone="careful" role="alert">
          <p>{translate(verified.kind === 'older' ? 'fingerprint.listOlder' : 'fingerprint.listRefused')}</p>
        </Notice>
      )}
      <RecipientWarnings warnings={findRecipientWarnings(mine.recipients, unlocked)} />
      <ul className={styles.list}>
        {keyGroups.map((group) => (
          <li key={group} className={styles.item}>
            <Text weight="semibold">{keyGroupText(translate, group)}</Text>
            {mine.recipients[group].length === 0 && <Text>{translate('keys.noLine')}</Text>}
            {mine.recipients[group].map((line) => (
              <div key={line}>
                <SecurityCode of={keyFingerprint(line)} name={keyGroupText(translate, group)} />
                {isHeld(line) && <Text>{translate('keys.lineHeld')}</Text>}
              </div>
            ))}
          </li>
        ))}
        {mine.retired.length > 0 && (
          <li className={styles.item}>
            <Text weight="semibold">{translate('keys.retired')}</Text>
            {mine.retired.map((line) => (
              <Fingerprint key={line} of={keyFingerprint(line)} />
            ))}
          </li>
        )}
      </ul>
    </Section>
  );
}
