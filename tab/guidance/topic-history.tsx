import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { ContentEntryKind, ContentWords } from '../../core/model/content-entry.ts';
import type { ContentEntryView, ContentView } from '../../contract/content.ts';
import { formatTimestamp } from '../../words/date-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { personName } from '../ui/person-name.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { Section } from '../ui/section.tsx';
import { useTab } from '../ui/tab-context.ts';
import { diffContent } from './diff-content.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  line: { margin: 0, overflowWrap: 'anywhere' },
  compared: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  gone: { color: tokens.colorStatusDangerForeground3, textDecorationLine: 'none' },
  new: { color: tokens.colorStatusSuccessForeground3, textDecorationLine: 'none' },
});

const historyKindWords = {
  saved: 'writing.didSave',
  submitted: 'writing.didSubmit',
  approved: 'writing.didApprove',
  sentBack: 'writing.sentBack',
  withdrawn: 'writing.withdrawn',
} as const satisfies Record<ContentEntryKind, WordKey>;

export function TopicHistory({ view, words }: { readonly view: ContentView; readonly words: ContentWords }) {
  const styles = useStyles();
  const tab = useTab();
  const { translate: say, call, language, me } = tab;
  const [compared, setCompared] = useState<{ readonly number: number; readonly words: ContentWords }>();

  const [refusal, setRefusal] = useState<Refusal>();

  const compare = async (number: number): Promise<void> => {
    const answer = await call('content.read', { topic: view.topic, versions: [number] });
    setRefusal(answer.ok ? undefined : answer.refusal);
    const version = answer.ok ? answer.value.versions.find((one) => one.number === number) : undefined;
    setCompared(version);
  };
  const entryText = ({ number, kind, by, at }: ContentEntryView): string =>
    kind === undefined || by === undefined || at === undefined
      ? `${number}. ${say('writing.unreadable')}`
      : say('writing.entry', {
          number,
          what: say(historyKindWords[kind]),
          who: personName(tab, by, [by]),
          when: formatTimestamp(language, at, me.timeZone),
        });
  return (
    <Section title={say('writing.history')}>
      <ol className={styles.list}>
        {view.history.map((entry) => (
          <li key={entry.number}>
            <p className={styles.line}>{entryText(entry)}</p>
            {entry.reason !== undefined && (
              <p className={styles.line}>{say('writing.because', { reason: entry.reason })}</p>
            )}
            {(entry.kind === 'saved' || entry.kind === 'approved') && (
              <Button size="small" onClick={() => void compare(entry.number)}>
                {say('writing.compareEntry', { number: entry.number })}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {refusal && <RefusalNotice refusal={refusal} />}
      {compared && (
        <div className={styles.compared} role="status">
          <h3 className={styles.line}>{say('writing.comparing', { number: compared.number })}</h3>
          <ContentDiff before={compared.words} after={words} />
        </div>
      )}
    </Section>
  );
}

/** In words as well as colours. */
function ContentDiff({ before, after }: { readonly before: ContentWords; readonly after: ContentWords }) {
  const styles = useStyles();
  const { translate: say } = useTab();
  const sides = diffContent(before, after);
  if (sides.every(({ lines }) => lines.every((line) => line.in === 'both'))) {
    return <p className={styles.line}>{say('writing.alike')}</p>;
  }
  return sides.map(({ language, lines }) => (
    <div key={language} lang={language}>
      {lines.map((line, place) => {
        const key = `${language}-${place}`;
        if (line.in === 'both') return <p key={key}>{line.text}</p>;
        return line.in === 'before' ? (
          <p key={key}>
            <del className={styles.gone}>{say('writing.removed', { text: line.text })}</del>
          </p>
        ) : (
          <p key={key}>
            <ins className={styles.new}>{say('writing.added', { text: line.text })}</ins>
          </p>
        );
      })}
    </div>
  ));
}
