import { describe, expect, it } from '@jest/globals';
import { type Answers, isReporterAffected } from '../../../core/model/questions.ts';
import { towardsOptions } from '../../../core/model/classification.ts';

describe('whoever reports', () => {
  it.each<[Answers, boolean]>([
    [{}, false],
    [{ affected: 'no' }, false],
    [{ affected: 'yes' }, true],
    [{ affected: 'no', towards: 'me' }, true],
    ...towardsOptions.map((whom): [Answers, boolean] => [{ towards: whom }, whom === 'me']),
  ])('was harmed by %j: %s', (answers, harmed) => {
    expect(isReporterAffected(answers)).toBe(harmed);
  });
});
