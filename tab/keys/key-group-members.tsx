import { Button, Checkbox, Field, Spinner, Text } from '@fluentui/react-components';
import { keyFingerprint, type KeyGroup } from '../../core/model/public-keys.ts';
import { keyGroupText } from '../ui/labels.ts';
import { refusalText } from '../ui/refusal-text.ts';
import { type Result, useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { type RoleKeyGroup, isRoleKeyGroup, keyGroupRole } from './key-group-role.ts';
import { Section } from '../ui/section.tsx';
import { useFormStyles } from '../ui/use-form-styles.ts';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { formatDay } from '../../words/date-format.ts';
import { personName } from '../ui/person-name.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { Fingerprint } from '../crypto/fingerprint.tsx';
import { keyTrust } from '../crypto/key-trust.ts';
import type { PersonId } from '../../core/model/roles.ts';
import { SecurityCode } from './security-code.tsx';
import { useKeyWrapping } from './use-key-wrapping.ts';

interface ColleaguesProps {
  readonly groups: readonly KeyGroup[];
  readonly known: ReturnType<typeof usePeople>;
}

export function KeyGroupMembers({ groups, known: { people, reload } }: ColleaguesProps) {
  const styles = useFormStyles();
  const { translate } = useTab();
  const { getKeys } = useKeys();
  return (
    <Section title={translate('keys.peopleTitle')}>
      <Text className={styles.words}>{translate('keys.peopleWhy')}</Text>
      {people === undefined && <Spinner size="tiny" label={translate('keys.working')} />}
      {people?.ok === false && (
        <Notice tone="careful" role="alert">
          <p>{refusalText(translate, people.refusal)}</p>
        </Notice>
      )}
      {people?.ok &&
        groups.filter(isRoleKeyGroup).map((group) => {
          const members = people.value.people.filter((person) => person.roles.includes(keyGroupRole[group]));
          return (
            <div key={group} className={styles.group}>
              <h3 className={styles.title}>{keyGroupText(translate, group)}</h3>
              {getKeys(group).length === 0 && (
                <Text>{translate('leaver.unlockFirst', { group: keyGroupText(translate, group) })}</Text>
              )}
              {members.length === 0 && <Text>{translate('keys.nobody')}</Text>}
              <ul className={styles.list}>
                {members.map((person) => (
                  <KeyGroupMember
                    key={person.objectId}
                    person={person}
                    group={group}
                    people={people.value.people}
                    onWrapped={() => void reload()}
                  />
                ))}
              </ul>
            </div>
          );
        })}
    </Section>
  );
}

type Person = OperationAnswer<'keys.people'>['people'][number];

interface ColleagueProps {
  readonly person: Person;
  readonly group: RoleKeyGroup;
  readonly people: readonly Person[];
  readonly onWrapped: () => void;
}

function KeyGroupMember({ person, group, people, onWrapped }: ColleagueProps) {
  const styles = useFormStyles();
  const tab = useTab();
  const { translate, language, announce } = tab;
  const keys = useKeys();
  const [isWrapping, setIsWrapping] = useState(false);
  const name = personName(tab, { objectId: person.objectId }, people);
  const envelope = person.envelopes.findLast((one) => one.group === group);
  const isForEarlierKey = envelope !== undefined && (person.recipientOn ?? '') > envelope.on;
  const trust =
    person.recipient === undefined || keys.mine === undefined
      ? 'unknown'
      : keyTrust(person, group, keys.getKeys(group), keys.mine.recipients);
  const mayWrap = person.recipient !== undefined && keys.getKeys(group).length > 0;

  return (
    <li className={styles.item}>
      <Text weight="semibold">{name}</Text>
      {person.recipient === undefined ? (
        <Text>{translate('keys.personNoKey')}</Text>
      ) : (
        <Text>
          {translate('keys.personFingerprint')} <Fingerprint of={keyFingerprint(person.recipient)} />
        </Text>
      )}
      <Text>
        {envelope
          ? translate('keys.personHolds', {
              on: formatDay(language, envelope.on),
              by: personName(tab, { objectId: envelope.by }, people),
            })
          : translate('keys.personHoldsNot')}
      </Text>
      {trust === 'vouched' && <Text>{translate('fingerprint.vouched')}</Text>}
      {trust === 'unvouched' && <Text>{translate('fingerprint.unvouched')}</Text>}
      {trust === 'changed' && (
        <Notice tone="careful" role="alert">
          <p>{translate('fingerprint.changed')}</p>
        </Notice>
      )}
      {isForEarlierKey && <Text>{translate('keys.personEarlier')}</Text>}
      {mayWrap && !isWrapping && (
        <div>
          <Button size="small" onClick={() => setIsWrapping(true)}>
            {translate(envelope ? 'keys.wrapAgain' : 'keys.wrapFor', { name })}
          </Button>
        </div>
      )}
      {isWrapping && person.recipient !== undefined && (
        <WrapKeyForm
          objectId={person.objectId}
          recipient={person.recipient}
          name={name}
          group={group}
          onCancel={() => setIsWrapping(false)}
          onWrapped={() => {
            setIsWrapping(false);
            announce(translate('keys.wrappedFor', { name, group: keyGroupText(translate, group) }));
            onWrapped();
          }}
        />
      )}
    </li>
  );
}

interface WrapFormProps {
  readonly objectId: PersonId;
  readonly recipient: string;
  readonly name: string;
  readonly group: RoleKeyGroup;
  readonly onWrapped: () => void;
  readonly onCancel: () => void;
}

function WrapKeyForm({ objectId, recipient, name, group, onWrapped, onCancel }: WrapFormProps) {
  const styles = useFormStyles();
  const { translate } = useTab();
  const [isCompared, setIsCompared] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const { wrap, isBusy, error } = useKeyWrapping(group);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);

  const onWrap = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setIsMissing(!isCompared);
    if (!isCompared) return box.current?.focus();
    if ((await wrap([{ objectId, recipient }])) !== undefined) onWrapped();
  };

  return (
    <form className={styles.form} onSubmit={(event) => void onWrap(event)} noValidate>
      {error !== undefined && (
        <Notice tone="careful" role="alert">
          <p>{error}</p>
        </Notice>
      )}
      <Text>{translate('keys.compare', { name, group: keyGroupText(translate, group) })}</Text>
      <SecurityCode of={keyFingerprint(recipient)} name={name} />
      <Field
        validationState={isMissing ? 'error' : 'none'}
        validationMessage={isMissing ? translate('keys.compareFirst') : undefined}
      >
        <Checkbox
          ref={box}
          label={translate('keys.compared', { name })}
          checked={isCompared}
          onChange={(_event, data) => setIsCompared(data.checked === true)}
        />
      </Field>
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {translate('keys.wrap')}
        </Button>
        <Button onClick={onCancel}>{translate('keys.cancel')}</Button>
      </div>
    </form>
  );
}

type PeopleResult = Result<OperationAnswer<'keys.people'>>;

export function usePeople(): { readonly people: PeopleResult | undefined; readonly reload: () => Promise<void> } {
  const { call } = useTab();
  const [people, setPeople] = useState<PeopleResult>();
  const reload = useCallback(async () => setPeople(await call('keys.people', {})), [call]);
  useEffect(() => void reload(), [reload]);
  return { people, reload };
}
