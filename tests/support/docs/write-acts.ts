import { writeFileSync } from 'node:fs';
import { actsPage } from './acts-page.ts';

writeFileSync(new URL('../../../docs/acts.md', import.meta.url), actsPage());
