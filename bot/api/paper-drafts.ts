import { base64 } from '@scure/base';
import { wordsOfNamed } from '../../cards/named-sections.ts';
import type { ContentWords } from '../../concerns/records/content-record.ts';
import { type Language, languages } from '../../concerns/terms/language.ts';
import type { PaperForm } from '../../concerns/terms/paper-forms.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import type { ContentPaper } from '../../contract/content-answers.ts';
import { mostTopicWords, wordsIn } from '../../guidance/check-topic.ts';
import { composeSource } from '../../guidance/compose-source.ts';
import { readTopic } from '../../guidance/read-topic.ts';
import type { Topic } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import { type PrintingDependencies, printTopic } from '../http/print-topic.ts';

/** A draft may be somewhat longer than a topic that goes live, and no book: drawing one holds up everybody. */
const mostPrintedWords = 2 * mostTopicWords;
/** Lines without a word take their place on a page all the same. */
const mostPrintedBlocks = 200;

/** The words that somebody wants on paper. */
interface WantedDraft {
  readonly topic: string;
  readonly words: ContentWords;
  readonly language: Language;
  readonly form: PaperForm;
}

const isTooLong = ({ text }: Topic, contacts: Contacts): boolean =>
  languages.some((language) => {
    const { blocks } = text[language];
    return blocks.length > mostPrintedBlocks || wordsIn(blocks, language, wordsOfNamed(contacts)) > mostPrintedWords;
  });

/** Draws drafts as their sheet and poster would be, marked as drafts. One at a time for each person. */
export function createPaperDrafts(
  deps: PrintingDependencies,
): (by: PersonId, wanted: WantedDraft) => Promise<ContentPaper> {
  const busy = new Set<PersonId>();
  return async (by, { topic, words, language, form }) => {
    if (busy.has(by)) return { kind: 'busy' };
    busy.add(by);
    try {
      const read = readTopic(topic, composeSource(words, 1));
      if (read.kind === 'problems') return { kind: 'unreadable' };
      if (isTooLong(read.topic, deps.contacts)) return { kind: 'tooLong' };
      const file = await printTopic(read.topic, { language, form, isDraft: true }, deps);
      if (file === undefined) return { kind: 'noAddress' };
      return { kind: 'file', name: `${topic}-${form}-${language}.pdf`, base64: base64.encode(file) };
    } finally {
      busy.delete(by);
    }
  };
}
