import { changedSince } from '../../concerns/casework/view-case.ts';
import type { CaseworkDependencies } from '../../concerns/casework/act.ts';
import type { Result } from '../../contract/answers.ts';
import type { AnswerOf, ParsedRequest } from '../../contract/operations.ts';
import type { Caller } from './caller.ts';
import type { CaseLists } from './case-lists.ts';
import { done, refused } from './operation.ts';

export const createCaseChanges =
  ({
    casework,
    list,
  }: {
    readonly casework: Pick<CaseworkDependencies, 'cases' | 'history'>;
    readonly list: Pick<CaseLists, 'list' | 'counts'>;
  }) =>
  async (
    caller: Caller,
    { case: shown, list: listed, counts: counted }: ParsedRequest<'cases.changes'>,
  ): Promise<Result<AnswerOf<'cases.changes'>>> => {
    const [standing, page, counts] = await Promise.all([
      shown && changedSince(casework, caller, shown),
      listed && list.list(caller, listed),
      counted && list.counts(caller, counted),
    ]);
    for (const one of [page, counts]) if (one !== undefined && !one.ok) return refused;
    return done({
      ...(standing && { case: standing }),
      ...(page?.ok && { list: page.value.mark }),
      ...(counts?.ok && { counts: counts.value }),
    });
  };
