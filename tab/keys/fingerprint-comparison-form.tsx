import { Button, Field, Text, Textarea } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import type { OperationAnswer } from '../../contract/operations.ts';
import { Notice } from '../ui/notice.tsx';
import { keyGroupText } from '../ui/labels.ts';
import { personName } from '../ui/person-name.ts';
import { Section } from '../ui/section.tsx';
import { useFormStyles } from '../ui/use-form-styles.ts';
import { type Tab, useTab } from '../ui/tab-context.ts';
import { compareFingerprint, type FingerprintComparison, type KnownPublicKey } from './fingerprint-comparison.ts';
import { keyGroups } from '../../core/model/public-keys.ts';
import { loadWordList } from './new-passphrase.ts';

interface FingerprintComparisonFormProps {
  readonly mine: OperationAnswer<'keys.mine'>;
  readonly people: OperationAnswer<'keys.people'>['people'];
}

function comparisonNotice(translate: Tab['translate'], compared: FingerprintComparison) {
  switch (compared.kind) {
    case 'unreadable':
      return undefined;
    case 'none':
      return { tone: 'careful', text: translate('fingerprint.none') } as const;
    case 'same':
      return { tone: 'good', text: translate('fingerprint.same', { names: compared.names.join('; ') }) } as const;
    case 'sameBeginning':
      return {
        tone: 'careful',
        text: translate('fingerprint.sameBeginning', { names: compared.names.join('; ') }),
      } as const;
  }
}

export function FingerprintComparisonForm({ mine, people }: FingerprintComparisonFormProps) {
  const styles = useFormStyles();
  const tab = useTab();
  const { translate } = tab;
  const [given, setGiven] = useState('');
  const [compared, setCompared] = useState<FingerprintComparison | 'partMissing'>();
  const area = useRef<HTMLTextAreaElement>(null);

  const lines: readonly KnownPublicKey[] = [
    ...keyGroups.flatMap((group) =>
      mine.recipients[group].map((line) => ({ publicKey: line, name: keyGroupText(translate, group) })),
    ),
    ...mine.retired.map((line) => ({ publicKey: line, name: translate('keys.retired') })),
    ...(mine.recipient === undefined ? [] : [{ publicKey: mine.recipient, name: translate('keys.ownerPersonal') }]),
    ...people.flatMap(({ objectId, recipient }) =>
      recipient === undefined || recipient === mine.recipient
        ? []
        : [{ publicKey: recipient, name: personName(tab, { objectId }, people) }],
    ),
  ];
  const onCompare = async (event: FormEvent) => {
    event.preventDefault();
    const lists = await Promise.all([loadWordList.en(), loadWordList.cy()]).catch(() => undefined);
    const found = lists === undefined ? 'partMissing' : compareFingerprint(given, lines, lists);
    setCompared(found);
    if (found !== 'partMissing' && found.kind === 'unreadable') area.current?.focus();
  };
  const notice =
    compared === undefined || compared === 'partMissing' ? undefined : comparisonNotice(translate, compared);
  const isUnreadable = compared !== 'partMissing' && compared?.kind === 'unreadable';
  return (
    <Section title={translate('fingerprint.title')}>
      <Text className={styles.words}>{translate('fingerprint.why')}</Text>
      <form className={styles.form} onSubmit={(event) => void onCompare(event)} noValidate>
        <Field
          label={translate('fingerprint.given')}
          validationState={isUnreadable ? 'error' : 'none'}
          validationMessage={isUnreadable ? translate('fingerprint.unreadable') : undefined}
        >
          <Textarea
            ref={area}
            rows={3}
            value={given}
            spellCheck={false}
            autoComplete="off"
            onChange={(_event, data) => {
              setGiven(data.value);
              setCompared(undefined);
            }}
          />
        </Field>
        <div>
          <Button type="submit">{translate('fingerprint.compare')}</Button>
        </div>
        {compared === 'partMissing' && (
          <Notice tone="careful" role="alert">
            <p>{translate('shell.partMissing')}</p>
          </Notice>
        )}
        {notice !== undefined && (
          <Notice tone={notice.tone} role="status">
            <p>{notice.text}</p>
          </Notice>
        )}
      </form>
    </Section>
  );
}
