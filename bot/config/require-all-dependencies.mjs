import { expectLibraries, wanted } from './require-dependencies.mjs';

expectLibraries(wanted.devDependencies, 'npm ci --include=dev');
