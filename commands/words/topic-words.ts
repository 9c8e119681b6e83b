import { join } from 'node:path';
import { languages } from '../../concerns/terms/language.ts';
import { linesIn } from '../../guidance/check-topic.ts';
import { builtInTopics } from '../../guidance/node/built-in-topics.ts';
import type { Topic } from '../../guidance/topic.ts';
import type { PlacedText, PlacedWord } from './placed-words.ts';

const textsOf = ({ text }: Topic, language: (typeof languages)[number]): readonly PlacedText[] =>
  [text[language].title, ...linesIn(text[language].blocks).map((line) => line.map((one) => one.text).join(''))].map(
    (said) => ({ text: said, start: 0, end: 0 }),
  );

export const topicWords = (root: string): readonly PlacedWord[] =>
  [...builtInTopics(join(root, 'guidance', 'topics')).values()].flatMap((topic) => {
    const [en, cy] = languages.map((language) => textsOf(topic, language));
    return (en ?? []).flatMap((text, at): readonly PlacedWord[] => {
      const other = cy?.[at];
      const file = `guidance/topics/${topic.id}.en.md`;
      return other === undefined ? [] : [{ file, key: `topics.${topic.id}`, where: '', en: text, cy: other }];
    });
  });
