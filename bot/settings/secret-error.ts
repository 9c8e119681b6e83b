import { SettingsError } from './settings-error.ts';

/** The secret is not the one that what stands in the store was wrapped by. Its message has no value of either. */
export class SecretError extends SettingsError {
  constructor() {
    super(['CARRIED_STATE_SECRET', 'CARRIED_STATE_SECRET_BEFORE']);
    this.name = 'SecretError';
    this.message =
      'The store was used today with another CARRIED_STATE_SECRET: set that one again, or name it in CARRIED_STATE_SECRET_BEFORE.';
  }
}
