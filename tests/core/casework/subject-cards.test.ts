import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readSubjectCards } from '../../../core/casework/subject-cards.ts';
import type { CaseSubjectCard, SubjectCardStore } from '../../../core/ports/case-store.ts';
import { type Actor, maySee } from '../../../core/model/permissions.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import type { HandledBy } from '../../../core/model/handled-by.ts';
import { createActor } from '../../support/core/casework.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { createSealedCard } from '../../support/subjects/sealed-cards.ts';

const numRuns = process.env.SLOW ? 10_000 : 300;
const tenantId = 'tenant';
const people = ['one', 'two', 'three'].map(toPersonId);
const handler = (objectId: string, handledBy: HandledBy): Actor =>
  createActor(objectId, handledBy === 'acu' ? 'handler' : 'reserve');

/** Cards as a store has them. */
const standing = (cards: readonly CaseSubjectCard[]): SubjectCardStore => ({
  page: async (handledBy, after, limit) =>
    cards
      .filter(({ access }) => access.handledBy === handledBy)
      .filter(({ caseId }) => after === undefined || caseId > after)
      .toSorted((one, other) => (one.caseId < other.caseId ? -1 : 1))
      .slice(0, limit),
});

const anyReaders = fc.record({
  handledBy: fc.constantFrom<HandledBy>('acu', 'acu', 'acu', 'reserve'),
  tenantId: fc.constantFrom(tenantId, tenantId, tenantId, 'another'),
  excluded: fc.subarray(people),
  mailboxRecipient: fc.constant('age1pq1mailbox'),
});

describe('the cards that are handed out', () => {
  it('are those of the cases that somebody may see, each once, and nothing tells of the others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyReaders, { maxLength: 60 }),
        fc.constantFrom(...people),
        fc.constantFrom<HandledBy>('acu', 'reserve'),
        fc.integer({ min: 1, max: 9 }),
        async (all, objectId, handledBy, limit) => {
          const by = handler(objectId, handledBy);
          const cards = all.map((readers) => ({
            caseId: newCaseId(),
            access: readers,
            card: { ...createSealedCard(1, '0123456789abcdef'), by: toPersonId('one') },
            former: [],
            withdrawn: [],
          }));
          const seen = cards
            .filter(({ access }) => access.tenantId === tenantId && maySee(by, access))
            .map(({ caseId, card }) => ({ caseId, card }))
            .toSorted((one, other) => (one.caseId < other.caseId ? -1 : 1));
          const given = [];
          let after: CaseId | undefined;
          do {
            const page = await readSubjectCards({ cards: standing(cards), tenantId }, by, { handledBy, after }, limit);
            given.push(...page.cards);
            // A page is shorter than the others only where none follows: else its length would tell of what is hidden.
            if (page.next !== undefined) {
              expect(page.cards).toHaveLength(limit);
              expect(page.next).toBe(page.cards.at(-1)?.caseId);
            }
            after = page.next;
          } while (after !== undefined);
          expect(given).toEqual(seen);
        },
      ),
      { numRuns },
    );
  });

  it('are none for somebody who handles no such cases', async () => {
    const cards = [
      {
        caseId: newCaseId(),
        access: { tenantId, handledBy: 'acu' as const, excluded: [], mailboxRecipient: '' },
        card: { ...createSealedCard(1, '0123456789abcdef'), by: toPersonId('one') },
        former: [],
        withdrawn: [],
      },
    ];
    for (const by of [
      createActor('one', 'reserve'),
      createActor('one', 'custodian'),
      createActor('one', 'admin'),
      createActor('one'),
    ]) {
      const page = await readSubjectCards({ cards: standing(cards), tenantId }, by, { handledBy: 'acu' }, 10);
      expect(page).toEqual({ cards: [], former: [] });
    }
  });

  it('are no more in an answer than it holds, with the former ones of whole cases', async () => {
    const card = (version: number) => ({ ...createSealedCard(version, '0123456789abcdef'), by: toPersonId('one') });
    const cards = [3, 20, 0, 5].map((count) => ({
      caseId: newCaseId(),
      access: { tenantId, handledBy: 'acu' as const, excluded: [], mailboxRecipient: '' },
      card: card(count + 1),
      former: Array.from({ length: count }, (_, place) => card(place + 1)),
      withdrawn: [],
    }));
    let [former, standing_, after]: [number, number, CaseId | undefined] = [0, 0, undefined];
    do {
      const asked = { handledBy: 'acu' as const, after };
      const page = await readSubjectCards(
        { cards: standing(cards), tenantId },
        createActor('one', 'handler'),
        asked,
        10,
      );
      expect(page.cards.length === 1 || page.cards.length + page.former.length <= 10).toBe(true);
      former += page.former.length;
      standing_ += page.cards.length;
      after = page.next;
    } while (after !== undefined);
    expect([standing_, former]).toEqual([4, 28]);
  });
});
