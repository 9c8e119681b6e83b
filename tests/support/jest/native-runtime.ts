import { readFileSync } from 'node:fs';
import { createRequire, registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ModuleMocker } from 'jest-mock';
import { globalsKey } from './jest-globals.ts';

// Jest's `runtime`: Node itself loads the modules, in no context of vm, which costs a quarter of that. The project's own
// modules are loaded anew for each test file, packages once for each process.

const require = createRequire(import.meta.url);
const project = new URL('../../../', import.meta.url).href;
const packages = new URL('node_modules/', project).href;
const here = new URL('./', import.meta.url).href;
const globals = new URL('jest-globals.ts', import.meta.url).href;
const quietConsole = new URL('buffered-console.ts', import.meta.url).href;

/** How many test files this process has begun. */
let begun = 0;

const isOwn = (url: string): boolean =>
  url.startsWith(project) && !url.startsWith(packages) && (!url.startsWith(here) || url === quietConsole);
const [marked, mark] = [(url: string): string => (begun > 1 ? `${url}?file=${begun}` : url), /\?file=\d+$/u];
const unmarked = (url: string): string => url.replace(mark, '');

/** Where imports of own modules lead, and their sources without types: read once for each process. */
const [resolved, stripped] = [
  new Map<string, { url: string; format: string | null | undefined }>(),
  new Map<string, string>(),
];

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: globals, format: 'module', shortCircuit: true };
    const parent = context.parentURL === undefined ? undefined : unmarked(context.parentURL);
    const asked =
      parent !== undefined && isOwn(parent) ? `${specifier} ${parent} ${context.conditions.join()}` : undefined;
    const known = asked === undefined ? undefined : resolved.get(asked);
    const { url, format } = known ?? next(specifier, context);
    if (asked !== undefined) resolved.set(asked, { url, format });
    return { url: isOwn(url) && !url.includes('?') ? marked(url) : url, format, shortCircuit: true };
  },
  load(url, context, next) {
    const path = unmarked(url);
    if (path === url || !path.endsWith('.ts')) return next(url, context);
    const source = stripped.get(path) ?? stripTypeScriptTypes(readFileSync(fileURLToPath(path), 'utf8'));
    stripped.set(path, source);
    return { source, format: 'module', shortCircuit: true };
  },
});

interface Environment {
  readonly moduleMocker: ModuleMocker;
}

/** As much of Jest's runtime as runs tests: no mocks of modules, no fake timers, no coverage. */
export default class NativeRuntime {
  readonly #mocker: ModuleMocker;

  constructor(_config: unknown, { moduleMocker }: Environment) {
    this.#mocker = moduleMocker;
  }

  setGlobalsForRuntime(given: object): void {
    const mocker = this.#mocker;
    const jest = {
      fn: mocker.fn.bind(mocker),
      spyOn: mocker.spyOn.bind(mocker),
      restoreAllMocks: () => mocker.restoreAllMocks(),
    };
    Reflect.set(globalThis, globalsKey, { ...given, jest });
  }

  unstable_shouldLoadAsEsm(): boolean {
    return true;
  }

  async unstable_importModule(path: string): Promise<unknown> {
    return import(marked(pathToFileURL(path).href));
  }

  requireModule(path: string): unknown {
    return require(path);
  }

  /** Jest asks once for each test file, for the part of it that knows the tests: each file begins with none. */
  requireInternalModule(path: string): unknown {
    begun += 1;
    Reflect.deleteProperty(require.cache, path);
    Reflect.deleteProperty(globalThis, Symbol.for('EVENT_HANDLERS'));
    return require(path);
  }

  getSourceMaps(): null {
    return null;
  }

  enterTestCode(): void {}

  leaveTestCode(): void {}

  resetModules(): void {}

  clearAllMocks(): void {
    this.#mocker.clearAllMocks();
  }

  resetAllMocks(): void {
    this.#mocker.resetAllMocks();
  }

  restoreAllMocks(): void {
    this.#mocker.restoreAllMocks();
  }

  getAllCoverageInfoCopy(): undefined {}

  getAllV8CoverageInfoCopy(): readonly never[] {
    return [];
  }

  teardown(): void {}
}
