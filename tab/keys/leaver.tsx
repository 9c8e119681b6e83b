import { Button, Field, Select, Text } from '@fluentui/react-components';
import { useEffect, useReducer, useRef, useState } from 'react';
import { keyGroupText } from '../parts/key-group-text.ts';
import { useTab } from '../parts/tab-context.ts';
import { useUnsent } from '../parts/use-unsent.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { afterMove, ceremonySteps, needsRecovery, newCeremony } from './ceremony.ts';
import { LeaverCheck } from './leaver-check.tsx';
import { LeaverMake } from './leaver-make.tsx';
import { LeaverRecovery } from './leaver-recovery.tsx';
import { LeaverSettings } from './leaver-settings.tsx';
import type { LeaverStepProps } from './leaver-step-props.ts';
import { LeaverWrap } from './leaver-wrap.tsx';
import { Notice } from '../parts/notice.tsx';
import { type HeldGroup, isHeldGroup } from './role-of-group.ts';
import { Section } from '../parts/section.tsx';
import { stepWords } from './step-words.ts';
import { useKeysStyles } from '../parts/styles.ts';
import type { usePeople } from './use-people.ts';

interface LeaverProps {
  readonly mine: AnswerOf<'keys.mine'>;
  readonly known: ReturnType<typeof usePeople>;
}

export function Leaver({ mine, known }: LeaverProps) {
  const groups = mine.groups.filter(isHeldGroup);
  const { say } = useTab();
  const [group, setGroup] = useState<HeldGroup | undefined>(groups[0]);
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
      <LeaverSteps key={group} group={group} mine={mine} known={known} />
    </Section>
  );
}

function LeaverSteps({ group, mine, known }: LeaverProps & { readonly group: HeldGroup }) {
  const styles = useKeysStyles();
  const { say } = useTab();
  const keys = useKeys();
  const [ceremony, onMove] = useReducer(afterMove, group, newCeremony);
  const heading = useRef<HTMLHeadingElement>(null);
  const { step } = ceremony;
  const hasBegun = step !== 'why';
  useUnsent(hasBegun && step !== 'done');
  useEffect(() => {
    if (hasBegun) heading.current?.focus();
  }, [step, hasBegun]);

  const shown = ceremonySteps.filter((one) => one !== 'done' && (one !== 'recovery' || needsRecovery(group)));
  const place = shown.indexOf(step) + 1;
  const isLocked = keys.keysOf(group).length === 0;
  const needsKeys = step === 'make' || step === 'recovery' || step === 'wrap';
  const props: LeaverStepProps = { ceremony, mine, onMove };
  return (
    <div className={styles.form}>
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        {place > 0 && say('leaver.stepOf', { place, of: shown.length })} {say(stepWords[step])}
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
          {step === 'make' && <LeaverMake {...props} />}
          {step === 'recovery' && <LeaverRecovery {...props} />}
          {step === 'wrap' && <LeaverWrap {...props} known={known} />}
        </>
      )}
      {step === 'settings' && <LeaverSettings {...props} />}
      {step === 'check' && <LeaverCheck {...props} />}
      {step === 'done' && (
        <Notice tone="good" role="status">
          <p>{say('leaver.done', { people: ceremony.wrapped })}</p>
        </Notice>
      )}
    </div>
  );
}
