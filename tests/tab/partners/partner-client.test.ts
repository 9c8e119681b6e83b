import { describe, expect, it } from '@jest/globals';
import { createPartnerClient } from '../../../tab/partners/ui/partner-client.ts';

const asked = { caseId: 'any', mailbox: 'any' };
const overAnswer = () => Response.json({ code: 'notSignedIn', why: 'over' }, { status: 401 });

describe('the client of the partners’ page', () => {
  it('ends a session that is over once, and not the one that began since', async () => {
    let token: string | undefined = 'first';
    const ended: (string | undefined)[] = [];
    const { promise, resolve } = Promise.withResolvers<Response>();
    const answers = [promise, Promise.resolve(overAnswer()), Promise.resolve(overAnswer())];
    const client = createPartnerClient({
      token: () => token,
      onSignedOut: () => {
        ended.push(token);
        token = undefined;
      },
      fetch: () => answers.shift() ?? Promise.reject(new TypeError('no answer is left')),
    });
    const late = client.call('report.find', asked);
    const early = await client.call('report.find', asked);
    expect(early).toMatchObject({ ok: false, refusal: { code: 'notSignedIn' } });
    expect(ended).toEqual(['first']);
    token = 'second';
    resolve(overAnswer());
    expect(await late).toMatchObject({ ok: false, refusal: { code: 'notSignedIn' } });
    expect(ended).toEqual(['first']);
    await client.call('report.find', asked);
    expect(ended).toEqual(['first', 'second']);
  });
});
