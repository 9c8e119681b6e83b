import { Badge, Body1, Button, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import type { Day } from '../../core/model/calendar.ts';
import type { ContentList, ContentRow } from '../../contract/content.ts';
import { composeTopicSource, toBilingualOwner } from '../../guidance/compose-topic-source.ts';
import { parseTopic } from '../../guidance/parse-topic.ts';
import { countDueReviews, reviewState } from '../../guidance/topic-reviews.ts';
import { isTopicId, type Topic, type Topics } from '../../guidance/topic.ts';
import { contactsSchema } from '../../words/contacts.ts';
import { formatDay } from '../../words/date-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { FieldProblemsProvider, InputField } from '../ui/form-fields.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { Section } from '../ui/section.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useQuery } from '../ui/use-query.ts';
import { useRestoredFocus } from '../ui/use-restored-focus.ts';
import { contentStateWords, TopicEditor } from './topic-editor.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '75rem' },
  heading: { margin: 0, ':focus': { outlineStyle: 'none' } },
  words: { margin: 0, maxWidth: '48rem' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS, width: '100%' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    justifyItems: 'start',
  },
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '40rem' },
});

export default function GuidanceEditorPage() {
  const styles = useStyles();
  const { translate: say } = useTab();
  const [topic, setTopic] = useState<string>();

  const { answer: list, refusal, load } = useQuery('content.list', {});

  const editorContext = useMemo(
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
  const lastTopicId = useRef<string>(undefined);
  const find = (selector: string) => page.current?.querySelector<HTMLElement>(selector);
  useRestoredFocus(
    page,
    () => find('[data-state]') ?? find(`[data-topic="${lastTopicId.current}"] button`) ?? find('h1'),
  );
  return (
    <div ref={page} className={styles.page}>
      <Title2 as="h1" tabIndex={-1} className={styles.heading}>
        {say('shell.writing')}
      </Title2>
      {refusal && <RefusalNotice refusal={refusal} retry={{ words: say('shell.tryAgain'), run: () => void load() }} />}
      {!list && !refusal && <Spinner label={say('writing.loading')} />}
      {list && topic === undefined && (
        <>
          <Body1 as="p" className={styles.words}>
            {say('writing.intro')}
          </Body1>
          <TopicList list={list} onOpen={setTopic} />
        </>
      )}
      {editorContext && topic !== undefined && (
        <TopicEditor
          key={topic}
          topic={topic}
          context={editorContext}
          onChanged={() => void load()}
          onBack={() => {
            lastTopicId.current = topic;
            setTopic(undefined);
          }}
        />
      )}
    </div>
  );
}

const topicReviewState = ({ live }: ContentRow, today: Day) => reviewState(live?.reviewBy ?? '', today);
const originWords = {
  builtIn: 'writing.builtIn',
  replaced: 'writing.replaced',
  own: 'writing.own',
} as const satisfies Record<ContentRow['origin'], WordKey>;

const badges = { over: ['danger', 'writing.overdue'], soon: ['warning', 'writing.soon'], later: undefined } as const;

function TopicList({ list, onOpen }: { readonly list: ContentList; readonly onOpen: (topic: string) => void }) {
  const styles = useStyles();
  const { translate: say, language } = useTab();
  const { rows, today } = list;
  const days = rows.flatMap(({ live }) => (live === undefined ? [] : [live.reviewBy]));
  const over = countDueReviews(days, today)?.over ?? 0;
  const dueSoon = countDueReviews(
    days.filter((day) => reviewState(day, today) === 'soon'),
    today,
  );
  const soon = dueSoon && { count: dueSoon.soon, day: formatDay(language, dueSoon.first) };
  const topicTitle = ({ words }: ContentRow) => words.title[language].trim() || say('writing.untitled');
  return (
    <>
      <Body1 as="p" className={styles.line}>
        {(over > 0 || soon === undefined) && say('writing.due', { count: over })} {soon && say('writing.dueSoon', soon)}
      </Body1>
      <Section title={say('writing.topics')}>
        <ul className={styles.list}>
          {rows.map((row) => {
            const badge = badges[topicReviewState(row, today)];
            return (
              <li key={row.topic} className={styles.item} data-topic={row.topic}>
                <Button appearance="subtle" onClick={() => onOpen(row.topic)}>
                  {say('writing.open', { title: topicTitle(row) })}
                </Button>
                <p className={styles.line}>
                  {say('writing.line', {
                    owner: toBilingualOwner(row.words.owner)[language],
                    day: formatDay(language, row.words.reviewBy),
                  })}
                </p>
                <div className={styles.badges}>
                  <Badge appearance="outline" color="informative">
                    {say(originWords[row.origin])}
                  </Badge>
                  {row.state !== 'none' && (
                    <Badge appearance="outline" color="brand">
                      {say(contentStateWords[row.state])}
                    </Badge>
                  )}
                  {badge && (
                    <Badge appearance="outline" color={badge[0]}>
                      {say(badge[1])}
                    </Badge>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      </Section>
      <NewTopicForm taken={new Set(rows.map(({ topic }) => topic))} onOpen={onOpen} />
    </>
  );
}

function NewTopicForm({
  taken,
  onOpen,
}: {
  readonly taken: ReadonlySet<string>;
  readonly onOpen: (topic: string) => void;
}) {
  const styles = useStyles();
  const { translate: say, me } = useTab();
  const [id, setId] = useState('');
  const [wasSubmitted, setSubmitted] = useState(false);
  const isBad = !isTopicId(id) || taken.has(id);
  const bad: WordKey = 'writing.badId';
  if (!me.roles.includes('communications')) return null;
  return (
    <Section title={say('writing.addHeading')}>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isBad) {
            setSubmitted(true);
            document.getElementById('topic-id')?.focus();
          } else onOpen(id);
        }}
      >
        <FieldProblemsProvider value={wasSubmitted && isBad ? [{ field: 'topic-id', text: say(bad) }] : []}>
          <InputField id="topic-id" label={say('writing.id')} hint={say('writing.idHint')} value={id} onValue={setId} />
        </FieldProblemsProvider>
        <div>
          <Button type="submit">{say('writing.add')}</Button>
        </div>
      </form>
    </Section>
  );
}

function liveTopics(rows: readonly ContentRow[]): Topics {
  const topics = new Map<string, Topic>();
  for (const { topic, live } of rows) {
    const read = live && parseTopic(topic, composeTopicSource(live, 1));
    if (read?.kind === 'topic') topics.set(topic, read.topic);
  }
  return topics;
}
