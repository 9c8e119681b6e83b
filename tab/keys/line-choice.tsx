import { Radio, RadioGroup, Text } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { Refusal } from '../../contract/answers.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import { Section } from '../parts/section.tsx';
import { useKeysStyles } from '../parts/styles.ts';
import { useTab } from '../parts/tab-context.ts';

type Choice = AnswerOf<'line.mine'>['choice'];
const choices = ['en', 'cy', 'off'] as const satisfies readonly Choice[];
const choiceWords = { en: 'line.en', cy: 'line.cy', off: 'line.off' } as const satisfies Record<Choice, string>;

export function LineChoice() {
  const styles = useKeysStyles();
  const { say, call, announce } = useTab();
  const id = useId();
  const [mine, setMine] = useState<AnswerOf<'line.mine'>>();
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    void call('line.mine', {}).then((answer) => setMine(answer.ok ? answer.value : undefined));
  }, [call]);
  if (mine?.isOn !== true) return null;

  async function choose(choice: Choice): Promise<void> {
    const before = mine;
    setMine({ isOn: true, choice });
    const answer = await call('line.choose', { choice });
    setRefusal(answer.ok ? undefined : answer.refusal);
    if (answer.ok) announce(say('line.saved'));
    else setMine(before);
  }
  return (
    <Section title={say('line.heading')}>
      <Text className={styles.words}>{say('line.what')}</Text>
      <Text id={id}>{say('line.label')}</Text>
      <RadioGroup
        aria-labelledby={id}
        value={mine.choice}
        onChange={(_, { value }) => {
          const choice = choices.find((one) => one === value);
          if (choice !== undefined) void choose(choice);
        }}
      >
        {choices.map((choice) => (
          <Radio key={choice} value={choice} label={say(choiceWords[choice])} />
        ))}
      </RadioGroup>
      {refusal && <RefusalNotice refusal={refusal} />}
    </Section>
  );
}
