import { describe, expect, it } from '@jest/globals';
import { ListenAddressError } from '../../../bot/config/settings-errors.ts';

const said = (code: unknown) => new ListenAddressError({ code }, 443, ['HOST', 'PORT']).message;

describe('an address that cannot be listened on', () => {
  it('is told by what is wrong with it, and what to do', () => {
    expect(said('EADDRINUSE')).toContain('PORT is 443, but another program already listens there: stop that program');
    expect(said('EACCES')).toContain('PORT is 443, but this account may not listen there');
    for (const code of ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'])
      expect(said(code)).toContain('HOST is not an address');
  });

  it('is told by its code where it is anything else, and by no value but the port', () => {
    expect(said('EMFILE')).toBe('Candour cannot listen on the address in HOST and PORT (EMFILE): set another.');
    expect(said(7)).toContain('(unknown)');
  });

  it('names its settings to whoever catches it', () => {
    expect(new ListenAddressError(undefined, 1, ['HEALTH_HOST', 'HEALTH_PORT']).settings).toEqual([
      'HEALTH_HOST',
      'HEALTH_PORT',
    ]);
  });
});
