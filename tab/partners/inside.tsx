import type { ReactNode } from 'react';
import { loadPart } from '../parts/load-part.ts';
import { createPart } from '../parts/part.ts';
import { Later } from './frame/later.tsx';

const hub = createPart(() => loadPart('hub/hub.tsx', async () => (await import('./hub/hub.tsx')).default));

export const Inside = (): ReactNode => <Later part={hub} props={{}} />;
