import type { Language } from '../../concerns/terms/language.ts';
import type { Result } from '../../contract/answers.ts';
import type { AnswerOf, ParsedRequest } from '../../contract/operations.ts';
import { withoutDue } from '../../concerns/records/waiting-line.ts';
import type { Caller } from './caller.ts';
import { done, refused } from './operation.ts';
import type { RoleHolders } from './role-holders.ts';

export interface LineChoices {
  readonly mine: (caller: Caller) => Promise<Result<AnswerOf<'line.mine'>>>;
  readonly choose: (caller: Caller, body: ParsedRequest<'line.choose'>) => Promise<Result<AnswerOf<'line.choose'>>>;
}

export function createLineChoices(deps: {
  readonly people: Pick<RoleHolders, 'all' | 'change'>;
  readonly isOn: boolean;
  readonly language: Language;
}): LineChoices {
  const { people, isOn, language } = deps;
  return {
    async mine({ objectId }) {
      const person = (await people.all()).find((one) => one.objectId === objectId);
      return done({ isOn, choice: person?.line?.choice ?? language });
    },

    async choose({ objectId }, { choice }) {
      const chosen = await people.change(objectId, (person) => {
        const line = { ...person.line, choice };
        return { ...person, line: choice === 'off' ? withoutDue(line) : line };
      });
      return chosen === 'absent' ? refused : done({ chosen: true });
    },
  };
}
