import { Body1, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Refusal } from '../../contract/answers.ts';
import type { ContentList } from '../../contract/content.ts';
import { contactsSchema } from '../../words/contacts.ts';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import { useTab } from '../parts/tab-context.ts';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { liveTopics } from './read-words.ts';
import { TopicEditor } from './topic-editor.tsx';
import { TopicList } from './topic-list.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '75rem' },
  heading: { margin: 0, ':focus': { outlineStyle: 'none' } },
  words: { margin: 0, maxWidth: '48rem' },
});

export default function WritingPage() {
  const styles = useStyles();
  const { say, call } = useTab();
  const [list, setList] = useState<ContentList>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [topic, setTopic] = useState<string>();

  const load = useCallback(async () => {
    const answer = await call('content.list', {});
    setRefusal(answer.ok ? undefined : answer.refusal);
    if (answer.ok) setList(answer.value);
  }, [call]);
  useEffect(() => {
    void load();
  }, [load]);

  const around = useMemo(
    () =>
      list && {
        topics: liveTopics(list.rows),
        contacts: contactsSchema.parse(list.contacts),
        today: list.today,
        checksLinks: list.checksLinks,
      },
    [list],
  );
  const page = useRef<HTMLDivElement>(null);
  const left = useRef<string>(undefined);
  const find = (selector: string) => page.current?.querySelector<HTMLElement>(selector);
  // Someone who comes back from a topic is where they opened it; in a topic its state says the result.
  useKeptFocus(page, () => find('[data-state]') ?? find(`[data-topic="${left.current}"] button`) ?? find('h1'));
  return (
    <div ref={page} className={styles.page}>
      <Title2 as="h1" tabIndex={-1} className={styles.heading}>
        {say('shell.writing')}
      </Title2>
      {refusal && <RefusalNotice refusal={refusal} again={{ words: say('shell.tryAgain'), run: () => void load() }} />}
      {!list && !refusal && <Spinner label={say('writing.loading')} />}
      {list && topic === undefined && (
        <>
          <Body1 as="p" className={styles.words}>
            {say('writing.intro')}
          </Body1>
          <TopicList list={list} onOpen={setTopic} />
        </>
      )}
      {around && topic !== undefined && (
        <TopicEditor
          key={topic}
          topic={topic}
          around={around}
          onChanged={() => void load()}
          onBack={() => {
            left.current = topic;
            setTopic(undefined);
          }}
        />
      )}
    </div>
  );
}
