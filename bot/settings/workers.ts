import { availableParallelism, totalmem } from 'node:os';
import type { Environment } from './given-settings.ts';
import { listeningIn, type ServerSettings } from './server-settings.ts';
import { type NamedSettings, soundSettings } from './settings-schema.ts';

/** The memory that there is to be for each process, in bytes: one that is ready holds half of it. */
const memoryOfOne = 512 * 2 ** 20;

/** The cores and the memory that this process may use: in a container, those of the container. */
export interface Machine {
  readonly cores: number;
  readonly memory: number;
  /** Whether it may start others: Node can be told that it must not. */
  readonly mayStart: boolean;
}

/** Whether Node lets this process start others. */
export const mayStartProcesses = ({ permission }: Partial<Pick<NodeJS.Process, 'permission'>> = process): boolean =>
  permission?.has('child') ?? true;

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  // Without a bound Node says 0, or a number beyond any memory.
  const bound = process.constrainedMemory();
  return {
    cores: availableParallelism(),
    memory: Math.min(totalmem(), bound > 0 ? bound : Number.POSITIVE_INFINITY),
    mayStart: mayStartProcesses(),
  };
}

/** The parts of a machine that are too little for so many processes; none where one is asked for, which any has room for. */
export function tooLittleFor(workers: number, { cores, memory }: Machine): readonly ('cores' | 'memory')[] {
  if (workers <= 1) return [];
  return [
    ...(workers > cores ? (['cores'] as const) : []),
    ...(workers * memoryOfOne > memory ? (['memory'] as const) : []),
  ];
}

/** How many processes a server is to have: as many as are set, else one for each core that has memory, where it may. */
export function workersIn({ WORKERS }: Pick<NamedSettings, 'WORKERS'>, machine: Machine = thisMachine()): number {
  const most = machine.mayStart ? Math.min(machine.cores, Math.floor(machine.memory / memoryOfOne)) : 1;
  return WORKERS ?? Math.max(1, most);
}

/** The settings of a process that serves nobody itself, and looks after those that do. */
export interface LeadSettings extends Pick<ServerSettings, 'listening' | 'metrics'> {
  readonly workers: number;
  readonly store: string;
}

/** Reads these as far as the settings of this process can be right: those that it looks after say what cannot. Throws nothing. */
export function leadSettings(environment: Environment = process.env): LeadSettings {
  const { settings } = soundSettings(environment);
  return {
    workers: workersIn(settings),
    listening: listeningIn(settings),
    metrics: settings.METRICS === 'yes',
    store: settings.STORE ?? '',
  };
}
