import { Button, makeStyles, Spinner, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { type CaseId, formatCaseId } from '../../core/model/case-id.ts';
import { SealError } from '../../core/ports/seal.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { termsMismatchText, identityMismatchText } from '../../cards/decrypted-report-notes.ts';
import { newRequestId } from '../ui/request-ids.ts';
import { keyGroupText } from '../ui/labels.ts';
import { refusalText } from '../ui/refusal-text.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys, useTrackDecrypted } from '../crypto/keys-context.tsx';
import { sealErrorWords } from '../crypto/seal-error-words.ts';
import { isUntrustedRecipientList, verifyRecipientList } from '../crypto/verify-recipient-list.ts';
import { sealForReader } from '../crypto/reader-recipients.ts';
import type { DecryptedIdentity } from './decrypt-identity.ts';
import { Notice } from '../ui/notice.tsx';

const useStyles = makeStyles({
  shown: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  title: { ...typographyStyles.subtitle1, margin: 0, ':focus': { outlineStyle: 'none' } },
});

export interface IdentityDisclosure {
  readonly caseId: CaseId;
  readonly handledBy: HandledBy;
  /** Sealed for people other than the case handlers. */
  readonly isForOthers: boolean;
  readonly decrypted: DecryptedIdentity;
}

export function IdentityView({
  shown: disclosure,
  onClose,
}: {
  readonly shown: IdentityDisclosure;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { translate, call, announce, language } = useTab();
  const keys = useKeys();
  useTrackDecrypted('identity', true);
  const [request] = useState(newRequestId);
  const [step, setStep] = useState<'shown' | 'asking' | 'sharing' | 'shared'>('shown');
  const [error, setError] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const handlers = keyGroupText(translate, disclosure.handledBy);

  const share = async (): Promise<string | undefined> => {
    const mine = await keys.loadMine();
    if (!mine.ok) return refusalText(translate, mine.refusal);
    if (isUntrustedRecipientList(verifyRecipientList(mine.value))) return translate('fingerprint.listRefused');
    const parties = { handledBy: disclosure.handledBy, recipients: mine.value.recipients };
    try {
      const sealed = await sealForReader(disclosure.decrypted.text, 'handlers', parties);
      const body = { caseId: disclosure.caseId, request, words: { for: 'handlers', sealed } } as const;
      const answer = await call('identity.share', body);
      return answer.ok ? undefined : refusalText(translate, answer.refusal);
    } catch (thrown) {
      if (!(thrown instanceof SealError)) throw thrown;
      return translate(sealErrorWords[thrown.code]);
    }
  };
  const onShare = async () => {
    setStep('sharing');
    const failure = await share();
    setError(failure);
    setStep(failure === undefined ? 'shared' : 'asking');
    if (failure === undefined) announce(translate('identity.shared', { handlers }));
  };

  return (
    <section className={styles.shown} aria-labelledby="identity-shown">
      <h2 id="identity-shown" ref={heading} tabIndex={-1} className={styles.title}>
        {translate('identity.who', { reference: formatCaseId(disclosure.caseId) })}
      </h2>
      <dl className={styles.list}>
        <dt>{translate('identity.name')}</dt>
        <dd className={styles.value}>{disclosure.decrypted.identity.name}</dd>
        <dt>{translate('identity.objectId')}</dt>
        <dd className={styles.value}>{disclosure.decrypted.identity.objectId}</dd>
      </dl>
      <Text>{translate('identity.notProven')}</Text>
      {disclosure.decrypted.other && (
        <Notice tone="alarm">
          <p translate="no">{identityMismatchText(language, disclosure.decrypted.other)}</p>
        </Notice>
      )}
      {disclosure.decrypted.differs.length > 0 && (
        <Notice tone="alarm">
          <p>
            {termsMismatchText(
              language,
              disclosure.decrypted.differs.map((term) => translate(term === 'mode' ? 'case.mode' : 'case.receivedOn')),
            )}
          </p>
        </Notice>
      )}
      {disclosure.isForOthers && (
        <Notice tone="careful" role="status">
          <p>{translate('identity.askedByOthers', { handlers })}</p>
        </Notice>
      )}
      {error !== undefined && (
        <Notice tone="careful" role="alert">
          <p>{error}</p>
        </Notice>
      )}
      {step === 'shared' && (
        <Notice tone="good" role="status">
          <p>{translate('identity.shared', { handlers })}</p>
        </Notice>
      )}
      {(step === 'asking' || step === 'sharing') && <Text>{translate('identity.shareWarning', { handlers })}</Text>}
      <div className={styles.row}>
        {step === 'shown' && (
          <Button onClick={() => setStep('asking')}>{translate('identity.share', { handlers })}</Button>
        )}
        {(step === 'asking' || step === 'sharing') && (
          <>
            <Button appearance="primary" disabledFocusable={step === 'sharing'} onClick={() => void onShare()}>
              {translate('identity.shareConfirm')}
            </Button>
            <Button onClick={() => setStep('shown')}>{translate('identity.shareCancel')}</Button>
          </>
        )}
        {step === 'sharing' && <Spinner size="tiny" label={translate('identity.sharing')} />}
        <Button onClick={onClose}>{translate('identity.close')}</Button>
      </div>
    </section>
  );
}
