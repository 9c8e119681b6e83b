import { Button, makeStyles, Spinner, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { type CaseId, formatCaseId } from '../../core/model/codes.ts';
import { SealError } from '../../core/ports/seal.ts';
import type { HandledBy } from '../../core/model/urgency.ts';
import { termsMismatchText, identityMismatchText } from '../../cards/decrypted-report-text.ts';
import { newRequestId } from '../ui/request-ids.ts';
import { keyGroupText } from '../ui/labels.ts';
import { refusalText } from '../ui/refusal-text.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys, useTrackDecrypted } from '../crypto/keys-context.tsx';
import { sealErrorWords } from '../crypto/seal-error-words.ts';
import { isUntrusted, verifyRecipientList } from '../crypto/verify-recipient-list.ts';
import { sealForReader } from '../crypto/seal-recipients.ts';
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
  readonly opened: DecryptedIdentity;
}

export function IdentityView({
  shown: disclosure,
  onClose,
}: {
  readonly shown: IdentityDisclosure;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { say, call, announce, language } = useTab();
  const keys = useKeys();
  useTrackDecrypted('identity', true);
  const [request] = useState(newRequestId);
  const [step, setStep] = useState<'shown' | 'asking' | 'sharing' | 'shared'>('shown');
  const [error, setError] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const handlers = keyGroupText(say, disclosure.handledBy);

  const share = async (): Promise<string | undefined> => {
    const mine = await keys.loadMine();
    if (!mine.ok) return refusalText(say, mine.refusal);
    if (isUntrusted(verifyRecipientList(mine.value))) return say('fingerprint.listRefused');
    const parties = { handledBy: disclosure.handledBy, recipients: mine.value.recipients };
    try {
      const sealed = await sealForReader(disclosure.opened.text, 'handlers', parties);
      const body = { caseId: disclosure.caseId, request, words: { for: 'handlers', sealed } } as const;
      const answer = await call('identity.share', body);
      return answer.ok ? undefined : refusalText(say, answer.refusal);
    } catch (thrown) {
      if (!(thrown instanceof SealError)) throw thrown;
      return say(sealErrorWords[thrown.code]);
    }
  };
  const onShare = async () => {
    setStep('sharing');
    const failure = await share();
    setError(failure);
    setStep(failure === undefined ? 'shared' : 'asking');
    if (failure === undefined) announce(say('identity.shared', { handlers }));
  };

  return (
    <section className={styles.shown} aria-labelledby="identity-shown">
      <h2 id="identity-shown" ref={heading} tabIndex={-1} className={styles.title}>
        {say('identity.who', { reference: formatCaseId(disclosure.caseId) })}
      </h2>
      <dl className={styles.list}>
        <dt>{say('identity.name')}</dt>
        <dd className={styles.value}>{disclosure.opened.identity.name}</dd>
        <dt>{say('identity.objectId')}</dt>
        <dd className={styles.value}>{disclosure.opened.identity.objectId}</dd>
      </dl>
      <Text>{say('identity.notProven')}</Text>
      {disclosure.opened.other && (
        <Notice tone="alarm">
          <p translate="no">{identityMismatchText(language, disclosure.opened.other)}</p>
        </Notice>
      )}
      {disclosure.opened.differs.length > 0 && (
        <Notice tone="alarm">
          <p>
            {termsMismatchText(
              language,
              disclosure.opened.differs.map((term) => say(term === 'mode' ? 'case.mode' : 'case.receivedOn')),
            )}
          </p>
        </Notice>
      )}
      {disclosure.isForOthers && (
        <Notice tone="careful" role="status">
          <p>{say('identity.askedByOthers', { handlers })}</p>
        </Notice>
      )}
      {error !== undefined && (
        <Notice tone="careful" role="alert">
          <p>{error}</p>
        </Notice>
      )}
      {step === 'shared' && (
        <Notice tone="good" role="status">
          <p>{say('identity.shared', { handlers })}</p>
        </Notice>
      )}
      {(step === 'asking' || step === 'sharing') && <Text>{say('identity.shareWarning', { handlers })}</Text>}
      <div className={styles.row}>
        {step === 'shown' && <Button onClick={() => setStep('asking')}>{say('identity.share', { handlers })}</Button>}
        {(step === 'asking' || step === 'sharing') && (
          <>
            <Button appearance="primary" disabledFocusable={step === 'sharing'} onClick={() => void onShare()}>
              {say('identity.shareConfirm')}
            </Button>
            <Button onClick={() => setStep('shown')}>{say('identity.shareCancel')}</Button>
          </>
        )}
        {step === 'sharing' && <Spinner size="tiny" label={say('identity.sharing')} />}
        <Button onClick={onClose}>{say('identity.close')}</Button>
      </div>
    </section>
  );
}
