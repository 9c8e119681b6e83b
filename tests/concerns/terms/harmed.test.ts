import { describe, expect, it } from '@jest/globals';
import { isHarmed } from '../../../concerns/terms/harmed.ts';
import { towards } from '../../../concerns/terms/kinds.ts';
import type { Answers } from '../../../concerns/terms/questions.ts';

describe('whoever reports', () => {
  it.each<[Answers, boolean]>([
    [{}, false],
    [{ affected: 'no' }, false],
    [{ affected: 'yes' }, true],
    [{ affected: 'no', towards: 'me' }, true],
    ...towards.map((whom): [Answers, boolean] => [{ towards: whom }, whom === 'me']),
  ])('was harmed by %j: %s', (answers, harmed) => {
    expect(isHarmed(answers)).toBe(harmed);
  });
});
