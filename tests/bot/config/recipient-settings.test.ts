import { describe, expect, it } from '@jest/globals';
import { loadRecipients } from '../../../bot/config/recipient-settings.ts';

describe('the recipients in the settings', () => {
  it('stand between commas, spaces or line ends', () => {
    const settings = { RECIPIENTS_ACU: ' one,two\nthree , ', RECIPIENTS_RECOVERY: 'four', OTHER: 'no' };
    expect(loadRecipients(settings)).toEqual({
      acu: ['one', 'two', 'three'],
      recovery: ['four'],
      reserve: [],
      custodians: [],
    });
  });
});
