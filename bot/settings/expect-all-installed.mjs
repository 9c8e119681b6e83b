// Runs before development and before the page is built. They need the libraries for development too, which npm leaves out
// where NODE_ENV is production.
import { expectLibraries, wanted } from './expect-installed.mjs';

expectLibraries(wanted.devDependencies, 'npm ci --include=dev');
