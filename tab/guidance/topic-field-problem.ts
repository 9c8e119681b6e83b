import type { Language } from '../../core/model/language.ts';
import type { TopicProblem } from '../../guidance/guidance-problems.ts';
import type { FieldProblem } from '../ui/form-fields.tsx';
import type { Tab } from '../ui/tab-context.ts';

export const topicFieldIds = {
  title: (language: Language) => `topic-title-${language}`,
  text: (language: Language) => `topic-text-${language}`,
  owner: (language: Language) => `topic-owner-${language}`,
  review: 'topic-review',
} as const;

export function toTopicFieldProblem(say: Tab['translate'], problem: TopicProblem): FieldProblem {
  const languageName = (language: Language) => say(language === 'en' ? 'writing.inEnglish' : 'writing.inWelshFirst');
  switch (problem.code) {
    case 'missing':
    case 'empty':
      return {
        field: topicFieldIds.text(problem.language),
        text: say('problem.missing', { language: languageName(problem.language) }),
      };
    case 'frontMatter':
      return frontMatterProblem(say, problem.name, problem.language, languageName(problem.language));
    case 'id':
      return { field: topicFieldIds.title('en'), text: say('problem.id') };
    case 'differs':
      return {
        field: topicFieldIds.text('cy'),
        text: say(problem.what === 'course' ? 'problem.differs' : 'problem.fields'),
      };
    case 'reviewOver':
      return { field: topicFieldIds.review, text: say('problem.reviewOver') };
    case 'tooLong':
      return {
        field: topicFieldIds.text(problem.language),
        text: say('problem.tooLong', {
          language: languageName(problem.language),
          words: problem.words,
          most: problem.most,
        }),
      };
    case 'linkTooLong':
      return textProblem(say, 'problem.linkTooLong', problem.language, languageName(problem.language), problem.words, {
        most: problem.most,
      });
    case 'titleTooLong':
      return {
        field: topicFieldIds.title(problem.language),
        text: say('problem.titleTooLong', { language: languageName(problem.language), most: problem.most }),
      };
    case 'unknownTopic':
      return textProblem(say, 'problem.unknownTopic', problem.language, languageName(problem.language), problem.words);
    case 'link':
      return textProblem(say, 'problem.link', problem.language, languageName(problem.language), problem.words);
    case 'notTaken':
      return textProblem(say, 'problem.notTaken', problem.language, languageName(problem.language), problem.words);
    case 'placeholder':
    case 'named':
      return textProblem(say, 'problem.placeholder', problem.language, languageName(problem.language), problem.words);
    case 'hidden':
      return textProblem(say, 'problem.hidden', problem.language, languageName(problem.language), '');
    case 'tooLarge':
      return textProblem(say, 'problem.tooLarge', problem.language, languageName(problem.language), '');
  }
}

function frontMatterProblem(say: Tab['translate'], name: string, language: Language, named: string): FieldProblem {
  if (name === 'title')
    return { field: topicFieldIds.title(language), text: say('problem.noTitle', { language: named }) };
  if (name === 'owner')
    return { field: topicFieldIds.owner(language), text: say('problem.noOwner', { language: named }) };
  if (name === 'review') return { field: topicFieldIds.review, text: say('problem.noReview') };
  return { field: topicFieldIds.title(language), text: say('problem.fields') };
}

const textProblem = (
  say: Tab['translate'],
  key:
    | 'problem.unknownTopic'
    | 'problem.link'
    | 'problem.linkTooLong'
    | 'problem.notTaken'
    | 'problem.placeholder'
    | 'problem.hidden'
    | 'problem.tooLarge',
  language: Language,
  named: string,
  words: string,
  more: Readonly<Record<string, string | number>> = {},
): FieldProblem => ({ field: topicFieldIds.text(language), text: say(key, { language: named, words, ...more }) });
