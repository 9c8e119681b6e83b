import type { ContentWords } from '../../concerns/records/content-record.ts';
import type { Day } from '../../concerns/terms/calendar.ts';
import { wordsOfNamed } from '../../cards/named-sections.ts';
import { checkTopic, linesIn } from '../../guidance/check-topic.ts';
import { composeSource } from '../../guidance/compose-source.ts';
import { readTopic } from '../../guidance/read-topic.ts';
import type { LiveTopics, Topic } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { CheckLinks } from './check-links.ts';

/** Whether words may go live: nothing of the text keeps them from it, and which of their links lead nowhere. */
export interface CheckedContent {
  readonly isWhole: boolean;
  readonly dead: readonly string[];
  readonly unchecked: readonly string[];
  /** The topic that they are; missing where they cannot be read. */
  readonly topic?: Topic;
}

/** The https addresses that a topic links to in either language. */
const addressesIn = ({ text }: Topic): readonly string[] =>
  [...linesIn(text.en.blocks), ...linesIn(text.cy.blocks)]
    .flat()
    .flatMap((one) => (one.kind === 'link' && one.to.startsWith('https:') ? [one.to] : []));

/** Checks words as they would go live now. Without `checkLinks`, or where it is not to try them, no address is asked. */
export const createContentCheck =
  (deps: {
    readonly topicsNow: LiveTopics;
    readonly contacts: Contacts;
    readonly today: () => Day;
    readonly checkLinks: CheckLinks | undefined;
  }) =>
  async (topic: string, words: ContentWords, tries = true): Promise<CheckedContent> => {
    const read = readTopic(topic, composeSource(words, 1));
    if (read.kind === 'problems') return { isWhole: false, dead: [], unchecked: [] };
    const problems = checkTopic(read.topic, {
      today: deps.today(),
      topics: new Set(deps.topicsNow().keys()),
      wordsOf: wordsOfNamed(deps.contacts),
    });
    const states = tries ? await deps.checkLinks?.(addressesIn(read.topic)) : undefined;
    const of = (state: string) => [...(states ?? [])].flatMap(([link, each]) => (each === state ? [link] : []));
    return { isWhole: problems.length === 0, dead: of('dead'), unchecked: of('unchecked'), topic: read.topic };
  };
