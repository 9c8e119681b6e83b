import { describe, expect, it } from '@jest/globals';
import { openLink } from '../../../tab/report/page-actions.ts';

function opened(address: string | undefined): readonly (readonly unknown[])[] {
  const calls: unknown[][] = [];
  openLink(address, (...given) => {
    calls.push(given);
    return null;
  });
  return calls;
}

describe('a link on a card', () => {
  it('opens beside the page, which the other learns nothing of', () => {
    expect(opened('https://example.org/guidance')).toEqual([
      ['https://example.org/guidance', '_blank', 'noopener,noreferrer'],
    ]);
    expect(opened('tel:999')).toHaveLength(1);
  });

  it.each([undefined, '', 'javascript:alert(1)', 'http://example.org', 'data:text/html,x', '/tab/'])(
    'stays shut where it is %j',
    (address) => expect(opened(address)).toEqual([]),
  );
});
