import { Button, Checkbox, Field, Spinner, Text } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import { fingerprintOf } from '../../concerns/terms/recipients.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import { personName } from '../parts/person-name.ts';
import { refusalText } from '../parts/refusal-text.ts';
import { useTab } from '../parts/tab-context.ts';
import { Fingerprint } from '../seals/fingerprint.tsx';
import { useKeys } from '../seals/keys-context.tsx';
import type { LeaverStepProps } from './leaver-step-props.ts';
import { Notice } from '../parts/notice.tsx';
import { roleOfGroup } from './role-of-group.ts';
import { useKeysStyles } from '../parts/styles.ts';
import type { usePeople } from './use-people.ts';
import { useWrap } from './use-wrap.ts';

export function LeaverWrap({
  ceremony: { group, recipient: made },
  onMove,
  known: { people, reload },
}: LeaverStepProps & { readonly known: ReturnType<typeof usePeople> }) {
  const styles = useKeysStyles();
  const tab = useTab();
  const { say } = tab;
  const keys = useKeys();
  const [ticked, setTicked] = useState<ReadonlySet<PersonId>>(new Set());
  const [isMissing, setIsMissing] = useState(false);
  const { wrap, isBusy, error, setError } = useWrap(group);
  const list = useRef<HTMLFieldSetElement>(null);

  if (people === undefined) return <Spinner size="tiny" label={say('keys.working')} />;
  if (!people.ok)
    return (
      <Notice tone="careful" role="alert">
        <p>{refusalText(say, people.refusal)}</p>
      </Notice>
    );
  const members = people.value.people.filter((person) => person.roles.includes(roleOfGroup[group]));
  const nameOf = (objectId: PersonId) => personName(tab, { objectId }, members);
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
    if (!keys.keysOf(group).some((key) => key.recipient === made)) return setError(say('keys.errorNewKeyClosed'));
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
              <Text key={objectId}>{say('leaver.staysWithoutKey', { name: nameOf(objectId) })}</Text>
            ) : (
              <Checkbox
                key={objectId}
                label={
                  <>
                    {nameOf(objectId)} <Fingerprint of={fingerprintOf(recipient)} />
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
