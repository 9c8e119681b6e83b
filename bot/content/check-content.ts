import type { ContentWords } from '../../concerns/records/content-record.ts';
import type { Day } from '../../concerns/terms/calendar.ts';
import type { PersonId } from '../../concerns/terms/directory.ts';
import type { LiveTopics } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { CheckLinks } from './check-links.ts';
import type { TextReader } from './read-texts.ts';
import type { CheckedText } from './text-jobs.ts';

export interface CheckedContent extends Pick<CheckedText, 'isWhole' | 'pages' | 'cards'> {
  readonly dead: readonly string[];
  readonly unchecked: readonly string[];
  /** Reading them took too long, so that nothing was read. */
  readonly isTooMuch?: true;
}

/**
 * As the words would go live now. Asks no address without `checkLinks`, or if `tries` is false. Rejects as a TextReader
 * does.
 */
export const createContentCheck =
  (deps: {
    readonly topicsNow: LiveTopics;
    readonly contacts: Contacts;
    readonly hasPosters: boolean;
    readonly today: () => Day;
    readonly texts: Pick<TextReader, 'check'>;
    readonly checkLinks: CheckLinks | undefined;
  }) =>
  async (by: PersonId, topic: string, words: ContentWords, tries = true): Promise<CheckedContent> => {
    const { contacts, hasPosters } = deps;
    const around = { today: deps.today(), topics: deps.topicsNow(), contacts, hasPosters };
    const checked = await deps.texts.check(by, { topic, words, ...around });
    if (checked === 'tooMuch') return { isWhole: false, dead: [], unchecked: [], isTooMuch: true };
    const { addresses, ...drawn } = checked;
    const states = tries && checked.pages !== undefined ? await deps.checkLinks?.(addresses) : undefined;
    const of = (state: string) => [...(states ?? [])].flatMap(([link, each]) => (each === state ? [link] : []));
    return { ...drawn, dead: of('dead'), unchecked: of('unchecked') };
  };
