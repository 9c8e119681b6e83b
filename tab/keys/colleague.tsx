import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { fingerprintOf } from '../../concerns/terms/recipients.ts';
import { showDay } from '../../words/days.ts';
import { keyGroupText } from '../parts/key-group-text.ts';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { Fingerprint } from '../seals/fingerprint.tsx';
import { useKeys } from '../seals/keys-context.tsx';
import type { HeldGroup } from './role-of-group.ts';
import { Notice } from '../parts/notice.tsx';
import { standingOf } from '../seals/line-standing.ts';
import { useKeysStyles } from '../parts/styles.ts';
import { WrapForm } from './wrap-form.tsx';

type Person = AnswerOf<'keys.people'>['people'][number];

interface ColleagueProps {
  readonly person: Person;
  readonly group: HeldGroup;
  readonly people: readonly Person[];
  readonly onWrapped: () => void;
}

export function Colleague({ person, group, people, onWrapped }: ColleagueProps) {
  const styles = useKeysStyles();
  const tab = useTab();
  const { say, language, announce } = tab;
  const keys = useKeys();
  const [isWrapping, setIsWrapping] = useState(false);
  const name = personName(tab, { objectId: person.objectId }, people);
  const envelope = person.envelopes.findLast((one) => one.group === group);
  const isForEarlierKey = envelope !== undefined && (person.recipientOn ?? '') > envelope.on;
  const standing =
    person.recipient === undefined || keys.mine === undefined
      ? 'unknown'
      : standingOf(person, group, keys.keysOf(group), keys.mine.recipients);
  const mayWrap = person.recipient !== undefined && keys.keysOf(group).length > 0;

  return (
    <li className={styles.item}>
      <Text weight="semibold">{name}</Text>
      {person.recipient === undefined ? (
        <Text>{say('keys.personNoKey')}</Text>
      ) : (
        <Text>
          {say('keys.personFingerprint')} <Fingerprint of={fingerprintOf(person.recipient)} />
        </Text>
      )}
      <Text>
        {envelope
          ? say('keys.personHolds', {
              on: showDay(language, envelope.on),
              by: personName(tab, { objectId: envelope.by }, people),
            })
          : say('keys.personHoldsNot')}
      </Text>
      {standing === 'vouched' && <Text>{say('fingerprint.vouched')}</Text>}
      {standing === 'unvouched' && <Text>{say('fingerprint.unvouched')}</Text>}
      {standing === 'changed' && (
        <Notice tone="careful" role="alert">
          <p>{say('fingerprint.changed')}</p>
        </Notice>
      )}
      {isForEarlierKey && <Text>{say('keys.personEarlier')}</Text>}
      {mayWrap && !isWrapping && (
        <div>
          <Button size="small" onClick={() => setIsWrapping(true)}>
            {say(envelope ? 'keys.wrapAgain' : 'keys.wrapFor', { name })}
          </Button>
        </div>
      )}
      {isWrapping && person.recipient !== undefined && (
        <WrapForm
          objectId={person.objectId}
          recipient={person.recipient}
          name={name}
          group={group}
          onCancel={() => setIsWrapping(false)}
          onWrapped={() => {
            setIsWrapping(false);
            announce(say('keys.wrappedFor', { name, group: keyGroupText(say, group) }));
            onWrapped();
          }}
        />
      )}
    </li>
  );
}
