import type { EventRecord } from '../records/event-record.ts';
import { type AskedEntry, type Asking, handlers, need, type SealedWords } from './act.ts';
import { makeUseCase } from './change-case.ts';
import { checkedKinds, digestOf, isBySame } from './seals-set-aside.ts';
import { hasOpenedAfter } from './second-person.ts';

export interface AskedSetAside extends AskedEntry {
  readonly of: string;
  readonly words: SealedWords;
}

const lastWith = ({ entries, asked }: Asking<AskedSetAside>): EventRecord | undefined =>
  entries({ kinds: checkedKinds }).findLast((event) => digestOf(event) === asked.of);

/** Another person than its writer sets it aside, who has opened the case since. It stays in the history. */
export const setAsideMessage = makeUseCase<AskedSetAside>({
  says: 'Set a message aside that cannot be shown',
  who: handlers,
  needs: [
    need(
      'a message or a shared identity of the case has that seal',
      'noSuchText',
      (standing) => lastWith(standing) !== undefined,
    ),
    need('somebody else wrote it', 'ownWork', (standing) => {
      const last = lastWith(standing);
      return last === undefined || !isBySame(last, { objectId: standing.by });
    }),
    need('the person has opened the case since', 'notOpened', (standing) =>
      hasOpenedAfter(standing, lastWith(standing)?.sequence ?? 0),
    ),
    need('nobody has set it aside already', 'already', (standing) =>
      standing
        .entries({ kinds: ['doubted'], after: lastWith(standing)?.sequence ?? 0 })
        .every(({ detail }) => detail?.of !== standing.asked.of),
    ),
  ],
  leaves: ['doubted'],
  does: ({ record, asked: { of, words } }) => ({
    steps: [{ record: { ...record }, event: { kind: 'doubted', detail: { of }, note: words } }],
  }),
});
