import { Text } from '@fluentui/react-components';
import { keyFingerprint, keyGroups } from '../../core/model/recipients.ts';
import { keyGroupText } from '../ui/labels.ts';
import { useTab } from '../ui/tab-context.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { checkRecipients } from '../crypto/check-recipients.ts';
import { Fingerprint } from '../crypto/fingerprint.tsx';
import { useKeys } from '../crypto/keys-context.tsx';
import { RecipientWarnings } from '../crypto/recipient-warnings.tsx';
import { Section } from '../ui/section.tsx';
import { SecurityCode } from './security-code.tsx';
import { formatDay } from '../../words/date-format.ts';
import { Notice } from '../ui/notice.tsx';
import { isUntrusted, verifyRecipientList } from '../crypto/verify-recipient-list.ts';
import { useFormStyles } from '../ui/use-form-styles.ts';

export function SealingKeys({ mine }: { readonly mine: OperationAnswer<'keys.mine'> }) {
  const styles = useFormStyles();
  const { say, language } = useTab();
  const { held } = useKeys();
  const verified = verifyRecipientList(mine);
  const isHeld = (line: string) => held.some((key) => key.recipient === line);
  return (
    <Section title={say('keys.sealedTitle')}>
      <Text className={styles.words}>{say('keys.sealedWhy')}</Text>
      {verified.kind === 'signed' && (
        <Text>{say('fingerprint.listSigned', { on: formatDay(language, verified.signedOn) })}</Text>
      )}
      {verified.kind === 'unchecked' && <Text className={styles.words}>{say('fingerprint.listUnchecked')}</Text>}
      {isUntrusted(verified) && (
        <Notice tone="careful" role="alert">
          <p>{say(verified.kind === 'older' ? 'fingerprint.listOlder' : 'fingerprint.listRefused')}</p>
        </Notice>
      )}
      <RecipientWarnings warnings={checkRecipients(mine.recipients, held)} />
      <ul className={styles.list}>
        {keyGroups.map((group) => (
          <li key={group} className={styles.item}>
            <Text weight="semibold">{keyGroupText(say, group)}</Text>
            {mine.recipients[group].length === 0 && <Text>{say('keys.noLine')}</Text>}
            {mine.recipients[group].map((line) => (
              <div key={line}>
                <SecurityCode of={keyFingerprint(line)} name={keyGroupText(say, group)} />
                {isHeld(line) && <Text>{say('keys.lineHeld')}</Text>}
              </div>
            ))}
          </li>
        ))}
        {mine.retired.length > 0 && (
          <li className={styles.item}>
            <Text weight="semibold">{say('keys.retired')}</Text>
            {mine.retired.map((line) => (
              <Fingerprint key={line} of={keyFingerprint(line)} />
            ))}
          </li>
        )}
      </ul>
    </Section>
  );
}
