import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** Puts back what was changed, and says by name what was changed or is still open. */
export type DetectLeaks = () => Promise<readonly string[]>;

/** What tests patch, and what files of one process share. */
const shared: Readonly<Record<string, object>> = {
  globalThis,
  process,
  console,
  Date,
  Math,
  JSON,
  Promise,
  'Object.prototype': Object.prototype,
  'Array.prototype': Array.prototype,
  'String.prototype': String.prototype,
  'Date.prototype': Date.prototype,
  fs,
  'fs.promises': fs.promises,
  http,
  https,
  net,
  dns,
};

/** What Jest sets for each file, and what packages and Node set once, when they are first used. */
const expected =
  /^(?:globalThis\.(?:console|expect|__.*|[fx]?(?:describe|it|test)|(?:before|after)(?:All|Each)|Symbol\(.*)|process\.(?!(?:cpuUsage|emitWarning|hrtime|kill|memoryUsage|nextTick|uptime)$).*|console\..*)$/u;

/** How long something may take to close after the last test, in milliseconds: Node cannot end a look-up of a name. */
const closeTimeoutMs = 30_000;

type GlobalsSnapshot = ReadonlyMap<string, ReadonlyMap<PropertyKey, PropertyDescriptor>>;

const snapshotGlobals = (): GlobalsSnapshot =>
  new Map(
    Object.entries(shared).map(([name, object]) => [
      name,
      new Map(Reflect.ownKeys(object).map((key) => [key, Reflect.getOwnPropertyDescriptor(object, key) ?? {}])),
    ]),
  );

const isSame = (one: PropertyDescriptor, other: PropertyDescriptor | undefined): boolean =>
  other !== undefined && Object.is(one.value, other.value) && one.get === other.get && one.set === other.set;

/** Puts back each property that differs from what was held, and names it. What was added stays: a package may have. */
function restoreGlobals(before: GlobalsSnapshot): readonly string[] {
  const changed: string[] = [];
  for (const [name, object] of Object.entries(shared))
    for (const [key, descriptor] of before.get(name) ?? []) {
      if (isSame(descriptor, Reflect.getOwnPropertyDescriptor(object, key))) continue;
      if (descriptor.configurable === true || descriptor.writable === true)
        Object.defineProperty(object, key, descriptor);
      const path = `${name}.${String(key)}`;
      if (!expected.test(path)) changed.push(path);
    }
  return changed;
}

function restoreEnvironment(before: Readonly<NodeJS.ProcessEnv>): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(process.env)]);
  const changed = [...names].filter((name) => process.env[name] !== before[name]);
  for (const name of changed) {
    const was = before[name];
    if (was === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = was;
  }
  return changed.map((name) => `process.env.${name}`);
}

const countsOf = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

const countOpenResources = (): ReadonlyMap<string, number> => countsOf(process.getActiveResourcesInfo());
/** A listener for the end of the process changes nothing for the next file, and packages have some. */
const countListeners = (): ReadonlyMap<string, number> =>
  new Map(
    process
      .eventNames()
      .filter((name) => name !== 'exit')
      .map((name) => [String(name), process.listenerCount(name)]),
  );

const moreThan = (before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): readonly string[] =>
  [...now].filter(([name, count]) => count > (before.get(name) ?? 0)).map(([name]) => name);

/** From now on: what a test file leaves behind. */
export function createLeakDetector(): DetectLeaks {
  // Each is opened when it is first asked for.
  void [process.stdin, process.stdout, process.stderr];
  const held = snapshotGlobals();
  const environment = { ...process.env };
  const folder = process.cwd();
  const open = countOpenResources();
  const listeners = countListeners();
  return async () => {
    const changed = [...restoreEnvironment(environment), ...restoreGlobals(held)];
    if (process.cwd() !== folder) {
      process.chdir(folder);
      changed.push('the working folder');
    }
    const heard = moreThan(listeners, countListeners()).map((name) => `a listener of process for ${name}`);
    let stillOpen = moreThan(open, countOpenResources());
    for (let waited = 0; stillOpen.length > 0 && waited < closeTimeoutMs; waited += 10) {
      await setTimeout(10);
      stillOpen = moreThan(open, countOpenResources());
    }
    return [...changed, ...heard, ...stillOpen.map((name) => `open ${name}`)];
  };
}
