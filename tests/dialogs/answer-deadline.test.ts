import { describe, expect, it } from '@jest/globals';
import { StoreError } from '../../core/ports/store-error.ts';
import { DeadlineError, withinDeadline } from '../../dialogs/answer-deadline.ts';

const never = () => new Promise<string>(() => {});

describe('work within a deadline', () => {
  it('gives its result', async () => {
    expect(
      await withinDeadline(
        1_000,
        () => Promise.resolve('done'),
        () => 'failed',
      ),
    ).toBe('done');
  });

  it('is stood in for when it fails, and the failure is told', async () => {
    const failure = new StoreError('busy');
    expect(
      await withinDeadline(
        1_000,
        () => Promise.reject(failure),
        (error: unknown) => error,
      ),
    ).toBe(failure);
  });

  it('is stood in for when it is late: nobody knows whether it is done', async () => {
    const told = await withinDeadline<unknown>(5, never, (error) => error);
    expect(told).toBeInstanceOf(DeadlineError);
  });

  it('that fails after its deadline disturbs nobody', async () => {
    let fail: (error: Error) => void = () => {};
    const late = () => new Promise<string>((_resolve, reject) => (fail = reject));
    expect(await withinDeadline(5, late, () => 'stood in')).toBe('stood in');
    fail(new StoreError('broken'));
    await Promise.resolve();
  });
});
