import { SettingsError } from './settings-error.ts';

/** The store's keys were wrapped by another secret. The message has neither. */
export class SecretError extends SettingsError {
  constructor() {
    super(['CARRIED_STATE_SECRET', 'CARRIED_STATE_SECRET_BEFORE']);
    this.name = 'SecretError';
    this.message =
      'The store was used today with another CARRIED_STATE_SECRET: set that one again, or name it in CARRIED_STATE_SECRET_BEFORE.';
  }
}
