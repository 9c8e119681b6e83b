import { describe, expect, it } from '@jest/globals';
import { ListenAddressError } from '../../../bot/config/settings-errors.ts';

const said = (code: unknown) => new ListenAddressError({ code }, 443, ['HOST', 'PORT']).message;

describe('an address that cannot be listened on', () => {
  it('is told by what is wrong with it, and what to do', () => {
    expect(said('EADDRINUSE')).toContain('PORT is 443, where something else listens already: stop that');
    expect(said('EACCES')).toContain('PORT is 443, where this account may not listen');
    for (const code of ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN']) expect(said(code)).toContain('HOST is no address');
  });

  it('is told by its code where it is anything else, and by no value but the port', () => {
    expect(said('EMFILE')).toBe('HOST and PORT name an address that cannot be listened on (EMFILE): set another.');
    expect(said(7)).toContain('(unknown)');
  });

  it('names its settings to whoever catches it', () => {
    expect(new ListenAddressError(undefined, 1, ['HEALTH_HOST', 'HEALTH_PORT']).settings).toEqual([
      'HEALTH_HOST',
      'HEALTH_PORT',
    ]);
  });
});
