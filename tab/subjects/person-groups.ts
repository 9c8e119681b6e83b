import { type Confirmation, isMutual, isSamePlace } from '../../core/casework/case-links.ts';
import { compareSubjects } from '../../core/casework/subject-matching.ts';
import { foldSubject } from '../../core/casework/subject-names.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { canonicalJson, digestOfSeal } from '../../core/model/digests.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type { Subject } from '../../core/model/subject-card.ts';
import { SealError } from '../../core/ports/seal.ts';
import type { PersonGroupAnswer } from '../../contract/subject-cards.ts';
import { decryptSubjectCard } from '../../crypto/subject-card-encryption.ts';

type GroupedCase = PersonGroupAnswer['cases'][number];

/** Reports that may be one person's. */
export interface PersonGroup {
  /** This case first, then by day. */
  readonly reports: readonly Pick<GroupedCase, 'caseId' | 'receivedOn' | 'kind'>[];
  readonly pairs: readonly { readonly cases: readonly [CaseId, CaseId]; readonly by: PersonId; readonly at: string }[];
}

interface CardPerson {
  readonly caseId: CaseId;
  readonly of: string;
  readonly subject: Subject;
  readonly joined: Set<CardPerson>;
}

/**
 * The connected people of this case: a pair counts if both cases say so and both cards open as the ones that were
 * sealed. Two cards of one case are of one person if they say the same of them, or share a number.
 */
export async function buildPersonGroups(
  { cases, tenantId }: PersonGroupAnswer,
  caseId: CaseId,
  keys: ReadonlyMap<string, CryptoKey>,
): Promise<readonly PersonGroup[]> {
  const people = new Map<string, CardPerson>();
  for (const one of cases) {
    for (const person of await readPeople(one, tenantId, keys)) people.set(person.key, person.its);
  }
  const all = [...people.values()];
  for (const one of all) {
    for (const other of all) if (isSameOnTwoCards(one, other)) one.joined.add(other);
  }
  const pairs: { readonly person: CardPerson; readonly pair: PersonGroup['pairs'][number] }[] = [];
  for (const one of cases) {
    for (const its of one.confirmed) {
      const mine = people.get(personKey(one.caseId, its.mine));
      const theirs = people.get(personKey(its.other, its.theirs));
      if (mine === undefined || theirs === undefined || !isMutual(cases, one.caseId, its)) continue;
      mine.joined.add(theirs);
      theirs.joined.add(mine);
      const isFirst = one.caseId < its.other;
      if (isFirst) pairs.push({ person: mine, pair: { cases: [one.caseId, its.other], by: its.by, at: its.at } });
    }
  }
  const groups: PersonGroup[] = [];
  const grouped = new Set<CardPerson>();
  for (const person of all.filter((its) => its.caseId === caseId)) {
    if (grouped.has(person)) continue;
    const members = reachableFrom(person);
    for (const member of members) grouped.add(member);
    const its = new Set([...members].map((member) => member.caseId));
    if (its.size < 2) continue;
    const order = ({ caseId: of, receivedOn }: GroupedCase): string => `${of === caseId ? '' : receivedOn} ${of}`;
    groups.push({
      reports: cases
        .filter((one) => its.has(one.caseId))
        .toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
        .map(({ confirmed: _confirmed, cards: _cards, ...report }) => report),
      pairs: pairs.filter((one) => members.has(one.person)).map(({ pair }) => pair),
    });
  }
  return groups;
}

const personKey = (caseId: CaseId, { of, position }: Confirmation['mine']): string => `${caseId} ${of} ${position}`;

async function readPeople(
  { caseId, cards, confirmed }: GroupedCase,
  tenantId: string,
  keys: ReadonlyMap<string, CryptoKey>,
): Promise<readonly { readonly key: string; readonly its: CardPerson }[]> {
  const found = await Promise.all(
    cards.map(async ({ sealed, version, by, generation }) => {
      const key = keys.get(generation);
      if (key === undefined) return [];
      const of = digestOfSeal(sealed);
      try {
        const { subjects } = await decryptSubjectCard(key, sealed, { tenantId, caseId, version, by, generation });
        return subjects.flatMap((subject, position) =>
          confirmed.some(({ mine }) => isSamePlace(mine, { of, position }))
            ? [
                {
                  key: personKey(caseId, { of, position }),
                  its: { caseId, of, subject, joined: new Set<CardPerson>() },
                },
              ]
            : [],
        );
      } catch (error) {
        if (error instanceof SealError) return [];
        throw error;
      }
    }),
  );
  return found.flat();
}

const isSameOnTwoCards = (one: CardPerson, other: CardPerson): boolean =>
  one.caseId === other.caseId &&
  one.of !== other.of &&
  (canonicalJson(one.subject) === canonicalJson(other.subject) ||
    compareSubjects(foldSubject(one.subject), foldSubject(other.subject))?.strength === 'strong');

function reachableFrom(person: CardPerson): ReadonlySet<CardPerson> {
  const members = new Set([person]);
  // A set's iteration meets what is added meanwhile.
  for (const member of members) for (const next of member.joined) members.add(next);
  return members;
}
