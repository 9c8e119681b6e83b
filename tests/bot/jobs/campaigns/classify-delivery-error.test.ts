import { describe, expect, it } from '@jest/globals';
import { classifySendError, classifyWithdrawError } from '../../../../bot/jobs/campaigns/classify-delivery-error.ts';
import { ChannelError } from '../../../../bot/teams/channel-connection.ts';

const http = (status: number, afterMs?: number) => new ChannelError(`http${status}`, status, afterMs);

describe('what came of a message that the channel did not take', () => {
  it.each([
    ['unsent', new ChannelError('unsent'), { kind: 'again', reason: 'unreachable' }, true],
    ['a token of ours that is refused', http(401), { kind: 'again', reason: 'unreachable' }, true],
    ['too many requests', http(429), { kind: 'again', reason: 'busy' }, false],
    ['changed meanwhile', http(412), { kind: 'again', reason: 'busy' }, false],
    ['away until a time', http(503, 4_000), { kind: 'again', reason: 'busy' }, false],
    ['blocked', http(403), { kind: 'gone' }, false],
    ['not there', http(404), { kind: 'gone' }, false],
    ['not as it should be', http(400), { kind: 'failed', reason: 'refused' }, false],
    ['too large', http(413), { kind: 'failed', reason: 'refused' }, false],
    ['an error inside', http(500), { kind: 'notKnown' }, true],
    ['a gateway', http(502), { kind: 'notKnown' }, true],
    ['away without a time', http(503), { kind: 'notKnown' }, true],
    ['late at a gateway', http(504), { kind: 'notKnown' }, true],
    ['a request that was cut', http(408), { kind: 'notKnown' }, true],
    ['no answer', new ChannelError('noAnswer'), { kind: 'notKnown' }, true],
    ['a cut connection', new ChannelError('connection'), { kind: 'notKnown' }, true],
    ['no answer of a channel', new ChannelError('noSuchAnswer'), { kind: 'notKnown' }, true],
    ['something else', new Error('x'), { kind: 'notKnown' }, true],
  ] as const)('%s', (_, error, outcome, isFailing) => {
    expect(classifySendError(error)).toMatchObject({ outcome, feedback: { isFailing } });
    const repeated = outcome.kind === 'notKnown' ? { kind: 'again', reason: 'unreachable' } : outcome;
    expect(classifyWithdrawError(error)).toMatchObject({ outcome: repeated, feedback: { isFailing } });
  });

  it('says how long everybody is to wait', () => {
    expect(classifySendError(http(429, 9_000)).feedback.pauseMs).toBe(9_000);
    expect(classifySendError(http(429)).feedback.pauseMs).toBeGreaterThan(0);
    expect(classifySendError(http(503, 9_000)).feedback.pauseMs).toBe(9_000);
    expect(classifySendError(http(500, 9_000)).feedback.pauseMs).toBeUndefined();
  });
});
