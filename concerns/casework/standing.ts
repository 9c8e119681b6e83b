import { standAt } from '../desk/files-at.ts';
import { allowedReaders, standingCase } from '../ports/case-store.ts';
import { holderOfHandler } from '../records/sealed-file.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import { canonicalJson } from '../terms/digests.ts';
import { dayOf } from '../terms/calendar.ts';
import type { Asking, Holders, Standing } from './act.ts';
import type { CaseInHand } from './case-in-hand.ts';
import type { CaseworkDependencies } from './casework.ts';

/** It never leaves `decided`. */
class NotReadError extends Error {
  readonly read: () => Promise<void>;
  constructor(read: () => Promise<void>) {
    super('not read yet');
    this.read = read;
  }
}

function onceRead<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key) => {
    const name = canonicalJson(key);
    const held = known.get(name);
    if (held !== undefined) return held.value;
    throw new NotReadError(async () => {
      known.set(name, { value: await read(key) });
    });
  };
}

/**
 * Runs a plain decision again after reading whatever it lacked, so that no decision reads more than it needs. Throws
 * StoreError.
 */
export async function decided<Result>(decide: () => Result): Promise<Result> {
  for (;;) {
    try {
      return decide();
    } catch (error) {
      if (!(error instanceof NotReadError)) throw error;
      await error.read();
    }
  }
}

export async function holdersNow(
  deps: Pick<CaseworkDependencies, 'handlersKnown' | 'custodiansKnown'>,
): Promise<Holders> {
  const [acu, reserve, custodians] = await Promise.all([
    deps.handlersKnown('acu'),
    deps.handlersKnown('reserve'),
    deps.custodiansKnown(),
  ]);
  return { acu, reserve, custodians };
}

export function standingOf(
  deps: Pick<CaseworkDependencies, 'cases' | 'clock' | 'timeZone'>,
  { record, history }: Pick<CaseInHand, 'record' | 'history'>,
  holders: Holders,
  by: Actor,
): Standing {
  const now = deps.clock();
  const entries = onceRead(([caseId, asked]: readonly [...Parameters<typeof history.entries>]) =>
    history.entries(caseId, asked),
  );
  const mayTheyOf = (readers: Parameters<typeof maySee>[1]) => maySee(by, readers);
  return {
    record,
    holders,
    by: by.objectId,
    now,
    today: dayOf(now, deps.timeZone),
    entries: (asked, of = record.caseId) => entries([of, asked]),
    count: onceRead((kind) => history.count(record.caseId, kind)),
    sees: onceRead(async (other) => (await allowedReaders(deps.cases, other, mayTheyOf)) !== undefined),
    other: onceRead(async (other) => (await standingCase(deps.cases, other, mayTheyOf))?.value),
  };
}

export function askingOf<Asked>(deps: CaseworkDependencies, standing: Standing, asked: Asked): Asking<Asked> {
  const { record, by } = standing;
  const at = { of: { caseId: record.caseId, holder: holderOfHandler(by) }, named: record.files ?? [] };
  return {
    ...standing,
    asked,
    rules: deps,
    arrived: onceRead((files) => standAt(deps, at, files)),
    salt: Buffer.from(deps.random(16)).toString('base64url'),
  };
}
