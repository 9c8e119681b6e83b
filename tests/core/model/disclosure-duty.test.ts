import { describe, expect, it } from '@jest/globals';
import { mayHaveDisclosureDuty } from '../../../core/model/report-steps.ts';
import type { Answers } from '../../../core/model/questions.ts';

describe('what somebody was told', () => {
  it.each<[Answers, boolean]>([
    [{}, false],
    [{ known: 'saw' }, false],
    [{ known: 'saw', passedOn: 'no' }, false],
    [{ known: 'told' }, true],
    [{ known: 'told', passedOn: 'no' }, true],
    [{ known: 'told', passedOn: 'unsure' }, true],
    [{ known: 'told', passedOn: 'yes' }, false],
    [{ known: 'told', passedOn: 'neither' }, false],
  ])('may have to be passed on by %j: %s', (answers, isToBe) => {
    expect(mayHaveDisclosureDuty(answers)).toBe(isToBe);
  });

  it.each<[Answers, boolean]>([
    [{}, true],
    [{ toldElse: 'nobody' }, true],
    [{ toldElse: 'socialServices,police' }, true],
    [{ toldElse: 'lado' }, false],
    [{ toldElse: 'health,lado' }, false],
  ])('has to be passed on by a partner who answered %j: %s', (answers, isToBe) => {
    expect(mayHaveDisclosureDuty(answers, 'hub')).toBe(isToBe);
  });
});
