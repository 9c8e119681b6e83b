import { subjectCards } from '../../concerns/casework/subject-cards.ts';
import type { CaseList, SubjectCards } from '../../concerns/ports/case-store.ts';
import type { Result } from '../../contract/answers.ts';
import type { AnswerOf, ParsedRequest } from '../../contract/operations.ts';
import type { Caller } from './caller.ts';
import { chosenKind } from './case-lists.ts';
import { done, refused } from './operation.ts';

export interface SubjectCardsDependencies {
  readonly cards: SubjectCards;
  readonly tenantId: string;
  readonly cases: CaseList;
}

/** An answer stays below 256,000 characters. */
const cardsOnPage = 80;

const mostCounted = 10_000;

export async function cardsOf(
  { cards, tenantId, cases: list }: SubjectCardsDependencies,
  caller: Caller,
  asked: ParsedRequest<'subjects.cards'>,
): Promise<Result<AnswerOf<'subjects.cards'>>> {
  const handledBy = chosenKind(caller, asked.handledBy);
  if (handledBy === undefined) return refused;
  const page = await subjectCards({ cards, tenantId }, caller, { handledBy, after: asked.after }, cardsOnPage);
  const cases =
    page.next === undefined ? await list.count({ handledBy, viewer: caller.objectId }, mostCounted) : undefined;
  return done({ ...page, tenantId, handledBy, ...(cases !== undefined && { cases }) });
}
