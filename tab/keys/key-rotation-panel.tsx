import type { OperationAnswer } from '../../contract/operations.ts';
import {
  keyRotationReducer,
  type KeyRotation,
  type KeyRotationAction,
  keyRotationSteps,
  needsRecovery,
  createKeyRotation,
  recipientSettingsText,
  keyRotationStepWords,
  testRecoveryKey,
} from './key-rotation.ts';
import { Button, Checkbox, Field, Select, Spinner, Text } from '@fluentui/react-components';
import { type FormEvent, useEffect, useReducer, useRef, useState } from 'react';
import { keyGroupText } from '../ui/labels.ts';
import { useTab } from '../ui/tab-context.ts';
import { useUnsavedGuard } from '../ui/use-unsaved-guard.tsx';
import { useKeys } from '../crypto/keys-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { type RoleKeyGroup, isRoleKeyGroup, keyGroupRole } from './key-group-role.ts';
import { Section } from '../ui/section.tsx';
import { useFormStyles } from '../ui/use-form-styles.ts';
import type { usePeople } from './key-group-members.tsx';
import { keyFingerprint } from '../../core/model/public-keys.ts';
import { Fingerprint } from '../crypto/fingerprint.tsx';
import { identitiesText, generateKeyPair } from '../../crypto/identity-file-writer.ts';
import { KeyBackupForm } from './key-backup-form.tsx';
import { SealError } from '../../core/ports/seal.ts';
import { readKeyFile, KeyFileField } from '../crypto/key-file-field.tsx';
import { PassphraseField } from '../crypto/passphrase-field.tsx';
import { sealErrorWords } from '../crypto/seal-error-words.ts';
import { detectWrapping } from '../../crypto/identity-file-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import type { PersonId } from '../../core/model/roles.ts';
import { personName } from '../ui/person-name.ts';
import { refusalText } from '../ui/refusal-text.ts';
import { useKeyWrapping } from './use-key-wrapping.ts';
import { CopyableText } from '../ui/copyable-text.tsx';

interface StepProps {
  readonly ceremony: KeyRotation;
  readonly mine: OperationAnswer<'keys.mine'>;
  readonly onMove: (move: KeyRotationAction) => void;
}

interface KeyRotationPanelProps {
  readonly mine: OperationAnswer<'keys.mine'>;
  readonly known: ReturnType<typeof usePeople>;
}

export function KeyRotationPanel({ mine, known }: KeyRotationPanelProps) {
  const groups = mine.groups.filter(isRoleKeyGroup);
  const { translate: say } = useTab();
  const [group, setGroup] = useState<RoleKeyGroup | undefined>(groups[0]);
  if (group === undefined) return null;
  return (
    <Section title={say('leaver.title')}>
      {groups.length > 1 && (
        <Field label={say('leaver.group')}>
          <Select
            value={group}
            onChange={(_event, data) => setGroup(groups.find((one) => one === data.value) ?? group)}
          >
            {groups.map((one) => (
              <option key={one} value={one}>
                {keyGroupText(say, one)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <KeyRotationForm key={group} group={group} mine={mine} known={known} />
    </Section>
  );
}

function KeyRotationForm({ group, mine, known }: KeyRotationPanelProps & { readonly group: RoleKeyGroup }) {
  const styles = useFormStyles();
  const { translate: say } = useTab();
  const keys = useKeys();
  const [rotation, onMove] = useReducer(keyRotationReducer, group, createKeyRotation);
  const heading = useRef<HTMLHeadingElement>(null);
  const { step } = rotation;
  const hasBegun = step !== 'why';
  useUnsavedGuard(hasBegun && step !== 'done');
  useEffect(() => {
    if (hasBegun) heading.current?.focus();
  }, [step, hasBegun]);

  const shown = keyRotationSteps.filter((one) => one !== 'done' && (one !== 'recovery' || needsRecovery(group)));
  const place = shown.indexOf(step) + 1;
  const isLocked = keys.getKeys(group).length === 0;
  const needsKeys = step === 'make' || step === 'recovery' || step === 'wrap';
  const props: StepProps = { ceremony: rotation, mine, onMove };
  return (
    <div className={styles.form}>
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        {place > 0 && say('leaver.stepOf', { place, of: shown.length })} {say(keyRotationStepWords[step])}
      </h3>
      {step === 'why' && (
        <>
          <Text>{say('leaver.why', { group: keyGroupText(say, group) })}</Text>
          <Notice tone="careful" role="status">
            <p>{say('leaver.limits')}</p>
          </Notice>
          <Text>{say('leaver.needs')}</Text>
          {isLocked && <Text>{say('leaver.unlockFirst', { group: keyGroupText(say, group) })}</Text>}
          <div>
            <Button disabledFocusable={isLocked} onClick={() => !isLocked && onMove({ kind: 'begin' })}>
              {say('leaver.begin')}
            </Button>
          </div>
        </>
      )}
      {needsKeys && isLocked ? (
        <Notice tone="calm" role="status">
          <p>{say('leaver.lockedMeanwhile', { group: keyGroupText(say, group) })}</p>
        </Notice>
      ) : (
        <>
          {step === 'make' && <GenerateKeyStep {...props} />}
          {step === 'recovery' && <TestRecoveryStep {...props} />}
          {step === 'wrap' && <WrapKeyStep {...props} known={known} />}
        </>
      )}
      {step === 'settings' && <SettingsStep {...props} />}
      {step === 'check' && <CheckStep {...props} />}
      {step === 'done' && (
        <Notice tone="good" role="status">
          <p>{say('leaver.done', { people: rotation.wrapped })}</p>
        </Notice>
      )}
    </div>
  );
}

function GenerateKeyStep({ ceremony: { group, recipient }, onMove }: StepProps) {
  const { translate: say } = useTab();
  const keys = useKeys();
  const newKey = keys.getKeys('new').find((key) => key.recipient === recipient);
  // Locked after the file was saved, and unlocked from that file: it works.
  const isBack = keys.getKeys(group).some((key) => key.recipient === recipient);
  const isLost = recipient !== undefined && newKey === undefined && !isBack;
  useEffect(() => {
    if (isBack) onMove({ kind: 'backedUp' });
    if (isLost) onMove({ kind: 'lost' });
  }, [isBack, isLost, onMove]);

  const onMake = async () => {
    const pair = await generateKeyPair();
    keys.add([{ ...pair, group: 'new' }]);
    onMove({ kind: 'made', recipient: pair.recipient });
  };
  if (!newKey) {
    return (
      <>
        <Text>{say('leaver.makeGroupWhy', { group: keyGroupText(say, group) })}</Text>
        <div>
          <Button appearance="primary" onClick={() => void onMake()}>
            {say('leaver.makeGroup')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <Text>
        {say('leaver.madeGroup')} <Fingerprint of={keyFingerprint(newKey.recipient)} />
      </Text>
      <KeyBackupForm
        text={identitiesText([newKey, ...keys.getKeys(group)], `Candour, ${group}`)}
        fileName={`candour-${group}-key.age`}
        onTested={(file) => keys.add([{ ...newKey, group }], file)}
      />
    </>
  );
}

function TestRecoveryStep({ ceremony: { group, recipient }, mine, onMove }: StepProps) {
  const styles = useFormStyles();
  const { translate: say } = useTab();
  const keys = useKeys();
  const [file, setFile] = useState<Uint8Array>();
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<WordKey>();
  const [isBusy, setIsBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const newKey = keys.getKeys(group).find((key) => key.recipient === recipient);
  const lines = mine.recipients.recovery;

  const onTest = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const fail = (key: WordKey) => {
      setError(key);
      input.current?.focus();
    };
    if (!newKey) return fail('keys.errorNewKeyClosed');
    setIsBusy(true);
    setError(undefined);
    const recovery = await readKeyFile(input.current);
    if (!recovery) {
      setIsBusy(false);
      return fail('keys.errorNoFile');
    }
    const tested = await testRecoveryKey(newKey, lines, recovery, { passphrase, personal: keys.identities }).catch(
      (thrown: unknown) => {
        if (!(thrown instanceof SealError)) throw thrown;
        return thrown.code;
      },
    );
    setIsBusy(false);
    setPassphrase('');
    if (tested === 'opens') return onMove({ kind: 'recoveryTested' });
    return fail(tested === 'otherKey' ? 'keys.errorNotRecovery' : sealErrorWords[tested]);
  };

  if (lines.length === 0) {
    return (
      <>
        <Notice tone="careful" role="status">
          <p>{say('leaver.noRecovery')}</p>
        </Notice>
        <div>
          <Button onClick={() => onMove({ kind: 'recoveryTested' })}>{say('keys.goOn')}</Button>
        </div>
      </>
    );
  }
  return (
    <form className={styles.form} onSubmit={(event) => void onTest(event)} noValidate>
      <Text>{say('leaver.recoveryWhy')}</Text>
      <KeyFileField
        ref={input}
        label={say('leaver.recoveryFile')}
        hint={say('leaver.recoveryHint')}
        error={error && say(error)}
        onFile={setFile}
      />
      {file && detectWrapping(file) === 'passphrase' && (
        <PassphraseField label={say('leaver.recoveryPassphrase')} value={passphrase} onValue={setPassphrase} />
      )}
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {say('leaver.testRecovery')}
        </Button>
        {isBusy && <Spinner size="tiny" label={say('keys.working')} />}
      </div>
    </form>
  );
}

function WrapKeyStep({
  ceremony: { group, recipient: newRecipient },
  onMove,
  known: { people, reload },
}: StepProps & { readonly known: ReturnType<typeof usePeople> }) {
  const styles = useFormStyles();
  const tab = useTab();
  const { translate: say } = tab;
  const keys = useKeys();
  const [ticked, setTicked] = useState<ReadonlySet<PersonId>>(new Set());
  const [isMissing, setIsMissing] = useState(false);
  const { wrap, isBusy, error, setError } = useKeyWrapping(group);
  const list = useRef<HTMLFieldSetElement>(null);

  if (people === undefined) return <Spinner size="tiny" label={say('keys.working')} />;
  if (!people.ok)
    return (
      <Notice tone="careful" role="alert">
        <p>{refusalText(say, people.refusal)}</p>
      </Notice>
    );
  const members = people.value.people.filter((person) => person.roles.includes(keyGroupRole[group]));
  const memberName = (objectId: PersonId) => personName(tab, { objectId }, members);
  const tick = (objectId: PersonId, isTicked: boolean) =>
    setTicked((before) => new Set(isTicked ? [...before, objectId] : [...before].filter((one) => one !== objectId)));

  const onWrap = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const chosen = members.flatMap(({ objectId, recipient }) =>
      recipient !== undefined && ticked.has(objectId) ? [{ objectId, recipient }] : [],
    );
    setIsMissing(chosen.length === 0);
    if (chosen.length === 0) return list.current?.querySelector('input')?.focus();
    if (!keys.getKeys(group).some((key) => key.recipient === newRecipient))
      return setError(say('keys.errorNewKeyClosed'));
    const wrapped = await wrap(chosen);
    if (wrapped === undefined) return;
    onMove({ kind: 'wrapped', people: wrapped });
    void reload();
  };

  return (
    <form className={styles.form} onSubmit={(event) => void onWrap(event)} noValidate>
      {error !== undefined && (
        <Notice tone="careful" role="alert">
          <p>{error}</p>
        </Notice>
      )}
      <Text>{say('leaver.wrapWhy')}</Text>
      <Field
        validationState={isMissing ? 'error' : 'none'}
        validationMessage={isMissing ? say('leaver.tickSomebody') : undefined}
      >
        <fieldset ref={list} className={styles.fieldset}>
          <legend>{say('leaver.whoStays')}</legend>
          {members.map(({ objectId, recipient }) =>
            recipient === undefined ? (
              <Text key={objectId}>{say('leaver.staysWithoutKey', { name: memberName(objectId) })}</Text>
            ) : (
              <Checkbox
                key={objectId}
                label={
                  <>
                    {memberName(objectId)} <Fingerprint of={keyFingerprint(recipient)} />
                  </>
                }
                checked={ticked.has(objectId)}
                onChange={(_event, data) => tick(objectId, data.checked === true)}
              />
            ),
          )}
        </fieldset>
      </Field>
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {say('leaver.wrapForTicked')}
        </Button>
        {isBusy && <Spinner size="tiny" label={say('keys.working')} />}
      </div>
    </form>
  );
}

function SettingsStep({ ceremony: { group, recipient }, mine, onMove }: StepProps) {
  const { translate: say } = useTab();
  const { now, before } = recipientSettingsText(group, recipient ?? '', mine);
  return (
    <>
      <Text>{say('leaver.settingsWhy')}</Text>
      <Text>
        {say('keys.personFingerprint')} <Fingerprint of={keyFingerprint(recipient ?? '')} />
      </Text>
      <CopyableText label={say('leaver.settingNow')} text={now} />
      <CopyableText label={say('leaver.settingBefore')} text={before} />
      <Text>{say('leaver.settingsRole')}</Text>
      <div>
        <Button appearance="primary" onClick={() => onMove({ kind: 'settingsGiven' })}>
          {say('leaver.settingsGiven')}
        </Button>
      </div>
    </>
  );
}

function CheckStep({ ceremony, onMove }: StepProps) {
  const { translate: say } = useTab();
  const { loadMine } = useKeys();
  const [error, setError] = useState<string>();
  const onAsk = async () => {
    const answer = await loadMine();
    setError(answer.ok ? undefined : refusalText(say, answer.refusal));
    if (answer.ok) onMove({ kind: 'asked', recipients: answer.value.recipients });
  };
  return (
    <>
      <Text>{say('leaver.checkWhy')}</Text>
      {error !== undefined && (
        <Notice tone="careful" role="alert">
          <p>{error}</p>
        </Notice>
      )}
      {error === undefined && ceremony.isWaiting && (
        <Notice tone="calm" role="status">
          <p>{say('leaver.checkWaiting')}</p>
        </Notice>
      )}
      <div>
        <Button appearance="primary" onClick={() => void onAsk()}>
          {say('leaver.checkNow')}
        </Button>
      </div>
    </>
  );
}
