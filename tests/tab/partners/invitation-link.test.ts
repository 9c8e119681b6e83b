import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { takeInvitationLink } from '../../../tab/partners/ui/invitation-link.ts';

const token = `${'0a'.repeat(16)}.${'B'.repeat(43)}`;

function arriving(hash: string, search = '') {
  const addresses: string[] = [];
  const history = {
    replaceState: (_state: unknown, _title: string, address?: string | URL | null) =>
      void addresses.push(String(address)),
  };
  return { arrived: takeInvitationLink({ hash, search, pathname: '/partners/' }, history), addresses };
}

describe('an address that somebody comes by', () => {
  it('brings an invitation, and loses it at once', () => {
    expect(arriving(`#${token}`)).toEqual({ arrived: { kind: 'invited', token }, addresses: ['/partners/'] });
    expect(arriving(`#${encodeURIComponent(token)}`).arrived).toEqual({ kind: 'invited', token });
  });

  it('brings nothing, and is left as it is', () => {
    expect(arriving('')).toEqual({ arrived: { kind: 'nothing' }, addresses: [] });
  });

  it('is no invitation where a part of it is missing', () => {
    expect(arriving(`#${token.slice(0, -1)}`).arrived).toEqual({ kind: 'broken' });
    expect(arriving('#%E0%A4%A').arrived).toEqual({ kind: 'broken' });
  });

  it('is not used where a server on its way has seen it', () => {
    for (const search of [`?${token}`, `?invitation=${token}`, `?a=${encodeURIComponent(token)}`]) {
      expect(arriving('', search)).toEqual({ arrived: { kind: 'inQuery' }, addresses: ['/partners/'] });
      expect(arriving(`#${token}`, search).arrived).toEqual({ kind: 'inQuery' });
    }
  });

  it('never throws, and never leaves anything behind the name of the page', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (hash, search) => {
        const { addresses } = arriving(hash && `#${hash}`, search && `?${search}`);
        expect(addresses).toEqual(hash || search ? ['/partners/'] : []);
      }),
    );
  });
});
