import { Spinner, Text } from '@fluentui/react-components';
import type { KeyGroup } from '../../concerns/terms/recipients.ts';
import { keyGroupText } from '../parts/key-group-text.ts';
import { refusalText } from '../parts/refusal-text.ts';
import { useTab } from '../parts/tab-context.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { Colleague } from './colleague.tsx';
import { Notice } from '../parts/notice.tsx';
import { isHeldGroup, roleOfGroup } from './role-of-group.ts';
import { Section } from '../parts/section.tsx';
import { useKeysStyles } from '../parts/styles.ts';
import type { usePeople } from './use-people.ts';

interface ColleaguesProps {
  readonly groups: readonly KeyGroup[];
  readonly known: ReturnType<typeof usePeople>;
}

export function Colleagues({ groups, known: { people, reload } }: ColleaguesProps) {
  const styles = useKeysStyles();
  const { say } = useTab();
  const { keysOf } = useKeys();
  return (
    <Section title={say('keys.peopleTitle')}>
      <Text className={styles.words}>{say('keys.peopleWhy')}</Text>
      {people === undefined && <Spinner size="tiny" label={say('keys.working')} />}
      {people?.ok === false && (
        <Notice tone="careful" role="alert">
          <p>{refusalText(say, people.refusal)}</p>
        </Notice>
      )}
      {people?.ok &&
        groups.filter(isHeldGroup).map((group) => {
          const members = people.value.people.filter((person) => person.roles.includes(roleOfGroup[group]));
          return (
            <div key={group} className={styles.group}>
              <h3 className={styles.title}>{keyGroupText(say, group)}</h3>
              {keysOf(group).length === 0 && (
                <Text>{say('leaver.unlockFirst', { group: keyGroupText(say, group) })}</Text>
              )}
              {members.length === 0 && <Text>{say('keys.nobody')}</Text>}
              <ul className={styles.list}>
                {members.map((person) => (
                  <Colleague
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
