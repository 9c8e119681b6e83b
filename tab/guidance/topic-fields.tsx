import { makeStyles, tokens } from '@fluentui/react-components';
import type { ContentWords } from '../../concerns/records/content-record.ts';
import { type Language, languages } from '../../concerns/terms/language.ts';
import { mostTopicWords, wordCount } from '../../guidance/check-topic.ts';
import { ownersOf } from '../../guidance/compose-source.ts';
import { topicParts } from '../../guidance/topic.ts';
import { partHeading } from '../../cards/guidance-page.ts';
import { LineField, SelectField, WordsField } from '../parts/fields.tsx';
import { useTab } from '../parts/tab-context.ts';
import { fieldIds } from './problem-text.ts';

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 22rem), 1fr))',
  },
  side: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'start' },
  count: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function TopicFields({
  words,
  onWords,
}: {
  readonly words: ContentWords;
  readonly onWords: (words: ContentWords) => void;
}) {
  const styles = useStyles();
  const { say, language: own } = useTab();
  const named = (language: Language) => say(language === 'en' ? 'writing.inEnglish' : 'writing.inWelsh');
  const owners = ownersOf(words.owner);
  return (
    <>
      <div className={styles.sides}>
        {languages.map((language) => (
          <div key={language} className={styles.side}>
            <LineField
              id={fieldIds.title(language)}
              label={say('writing.title', { language: named(language) })}
              value={words.title[language]}
              onValue={(value) => onWords({ ...words, title: { ...words.title, [language]: value } })}
            />
            <WordsField
              id={fieldIds.text(language)}
              label={say('writing.text', { language: named(language) })}
              hint={say('writing.textHint')}
              rows={14}
              value={words.text[language]}
              onValue={(value) => onWords({ ...words, text: { ...words.text, [language]: value } })}
            />
            <p className={styles.count} data-count={language}>
              {say('writing.count', {
                count: wordCount(`${words.title[language]} ${words.text[language]}`),
                most: mostTopicWords,
              })}
            </p>
            <LineField
              id={fieldIds.owner(language)}
              label={say('writing.owner', { language: named(language) })}
              value={owners[language]}
              onValue={(value) => onWords({ ...words, owner: { ...owners, [language]: value } })}
            />
          </div>
        ))}
      </div>
      <div className={styles.sides}>
        <LineField
          id={fieldIds.review}
          type="date"
          label={say('writing.review')}
          value={words.reviewBy}
          onValue={(reviewBy) => onWords({ ...words, reviewBy })}
        />
        <SelectField
          id="topic-part"
          label={say('writing.part')}
          value={words.part}
          options={topicParts.map((value) => ({ value, text: partHeading(own, value) }))}
          onValue={(part) => onWords({ ...words, part })}
        />
      </div>
    </>
  );
}
