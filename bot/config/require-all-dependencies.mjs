import { assertDependencies, packageJson } from './require-dependencies.mjs';

assertDependencies(packageJson.devDependencies, 'npm ci --include=dev');
