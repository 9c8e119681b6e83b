import { afterEach } from '@jest/globals';
import { setUp, createProxyObject } from '../set-up.ts';
import { createDatabase } from '../storage/cosmos-database.ts';
import { setUpCosmos } from '../storage/set-up-cosmos.ts';
import { type AlertFixture, openAlertFixture } from './alert-fixture.ts';

/** Alerts with a store, a channel and a clock of their own, opened for each test. */
export const setUpAlerts = (...options: Parameters<typeof openAlertFixture>): AlertFixture =>
  setUp(
    () => openAlertFixture(...options),
    (alerts) => alerts.stop(),
  );

/** Alerts that a test opens itself, on the store of its choice, and that are stopped after it. */
export function setUpAlertsOnStores(): {
  readonly fixture: AlertFixture;
  readonly open: (store: 'SQLite' | 'Cosmos DB') => Promise<void>;
} {
  const cosmos = setUpCosmos();
  let opened: AlertFixture | undefined;
  afterEach(() => opened?.stop());
  return {
    fixture: createProxyObject(() => opened),
    async open(store) {
      const database = store === 'SQLite' ? undefined : await createDatabase(cosmos);
      opened = await openAlertFixture(15, database && (() => database.open()));
    },
  };
}
