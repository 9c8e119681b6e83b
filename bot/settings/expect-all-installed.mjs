import { expectLibraries, wanted } from './expect-installed.mjs';

expectLibraries(wanted.devDependencies, 'npm ci --include=dev');
