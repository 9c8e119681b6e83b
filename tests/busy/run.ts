import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { withBusyMachine } from './busy-machine.ts';

// `npm run test:busy`: the whole suite, or what is named, in four workers beside six processes that want every core. Ends
// as it does. Two workers made a run of 40 minutes on two cores, and each of them was less pressed than one of four is.
const jest = join(import.meta.dirname, '../../node_modules/jest/bin/jest.js');
const args = ['--no-warnings', jest, '-w', '4', ...process.argv.slice(2)];
process.exitCode = await withBusyMachine(6, () => spawn(process.execPath, args, { stdio: 'inherit' }));
